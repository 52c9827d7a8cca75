import { readFileSync } from 'node:fs';
import { REQUEST_KINDS, ROW_CODES, type FaultName, type FaultPlan, type FaultRule } from './fault.ts';

/** The longest latency a rule can set. Salesforce ends a request after two minutes. */
const MAX_WAIT_MS = 120_000;
/** Rules in a plan. Every request checks each of them. */
const MAX_RULES = 100;

type Check = (value: unknown) => string | null;

const numberFrom = (least: number, most: number): Check => {
    const message = `must be a whole number from ${least} to ${most}`;
    return (value) => (Number.isInteger(value) && Number(value) >= least && Number(value) <= most ? null : message);
};
const text: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'must be text');
const flag: Check = (value) => (typeof value === 'boolean' ? null : 'must be true or false');
const oneOf =
    (names: readonly string[]): Check =>
    (value) =>
        typeof value === 'string' && names.includes(value) ? null : `must be one of ${names.join(', ')}`;
const places: Check = (value) =>
    Array.isArray(value) && value.length > 0 && value.every((each) => Number.isInteger(each) && each >= 1)
        ? null
        : 'must be a list of whole numbers from 1';
const optional =
    (check: Check): Check =>
    (value) =>
        value === undefined ? null : check(value);

const WHEN: Record<string, Check> = {
    on: oneOf([...REQUEST_KINDS, 'any']),
    nth: optional(places),
    every: optional(numberFrom(1, 1_000_000)),
    probability: optional((value) =>
        typeof value === 'number' && value >= 0 && value <= 1 ? null : 'must be a number from 0 to 1'
    ),
    seed: optional(numberFrom(0, 2 ** 32 - 1))
};

const rows = optional(places);
const FAULTS: Record<FaultName, Record<string, Check>> = {
    latency: { ms: numberFrom(0, MAX_WAIT_MS) },
    unavailable: { retryAfter: optional(numberFrom(0, 3600)) },
    'html page': {},
    'row refused': { code: oneOf(ROW_CODES), message: optional(text), rows },
    'row locked': { rows },
    'document refused': { message: optional(text) },
    'answer dropped': {},
    'answer truncated': { clean: optional(flag) },
    'session expired': {},
    'permission taken': {
        permission: optional((value) =>
            typeof value === 'string' && /^[A-Z]\w+$/.test(value) ? null : 'must be a name such as ManageInternalUsers'
        )
    },
    'moved meanwhile': {
        rows,
        to: optional((value) =>
            value === null || (typeof value === 'string' && /^04v\w{12}(\w{3})?$/.test(value))
                ? null
                : 'must be the id of a call center, or null'
        )
    },
    'daily limit reached': {}
};

/** @throws Error with one sentence for the user who passed the file */
export function readFaultFile(file: string): FaultPlan {
    let content: string;
    try {
        content = readFileSync(file, 'utf8');
    } catch (cause) {
        throw new Error(`Couldn't read the fault file ${file}.`, { cause });
    }
    try {
        return readFaultPlan(parsed(content));
    } catch (cause) {
        const why = cause instanceof Error ? cause.message : String(cause);
        throw new Error(`The fault file ${file} isn't valid: ${why}`, { cause });
    }
}

/** @throws Error with one sentence that names the rule and what is wrong with it */
export function readFaultPlan(given: unknown): FaultPlan {
    const rules = isObject(given) ? given.rules : null;
    if (!isObject(given) || !Array.isArray(rules)) throw new Error('it must contain { "rules": [ … ] }.');
    const [other] = Object.keys(given).filter((name) => name !== 'rules');
    if (other !== undefined) throw new Error(`unknown property "${other}".`);
    if (rules.length > MAX_RULES) throw new Error(`it contains more than ${MAX_RULES} rules.`);
    return { rules: rules.map((rule, index) => readRule(rule, `rule ${index + 1}`)) };
}

function readRule(given: unknown, name: string): FaultRule {
    if (!isObject(given)) throw new Error(`${name} must be an object.`);
    const fault = oneOf(Object.keys(FAULTS))(given.fault);
    if (fault) throw new Error(`${name}: "fault" ${fault}.`);
    const checks: Record<string, Check> = { ...WHEN, fault: () => null, ...FAULTS[given.fault as FaultName] };
    const [unknown] = Object.keys(given).filter((key) => !Object.hasOwn(checks, key));
    if (unknown !== undefined) throw new Error(`${name}: "${given.fault}" doesn't support "${unknown}".`);
    for (const [key, check] of Object.entries(checks)) {
        const wrong = check(given[key]);
        if (wrong) throw new Error(`${name}: "${key}" ${wrong}.`);
    }
    const times = ['nth', 'every', 'probability'].filter((key) => given[key] !== undefined);
    if (times.length > 1) throw new Error(`${name}: use only one of "${times.join('" and "')}".`);
    if (given.seed !== undefined && given.probability === undefined)
        throw new Error(`${name}: "seed" requires "probability".`);
    return { ...given } as unknown as FaultRule;
}

function parsed(content: string): unknown {
    try {
        return JSON.parse(content);
    } catch (cause) {
        throw new Error(`it isn't JSON (${cause instanceof Error ? cause.message : String(cause)}).`, { cause });
    }
}

function isObject(value: unknown): value is Record<string, unknown> {
    return typeof value === 'object' && value !== null && !Array.isArray(value);
}
