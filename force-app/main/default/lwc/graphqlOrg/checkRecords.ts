/** The records of rules and checks. */
import { MAX_ROWS_PER_READ, type CheckRecord, type CheckRecords, type CheckWrite, type RuleRecord } from 'c/orgPort';
import { inputValues } from './aliases.ts';
import { unusedName } from './fresh.ts';
import { askTogether, text, textOrNull, type Node } from './read.ts';
import { refusal } from './refusal.ts';
import type { GraphqlTransport, Input } from './transport.ts';

const RULE = 'CallCenterRule__c';
const CHECK = 'CallCenterCheck__c';

/** Both in one document, so that all checks take few requests. Record IDs count up, but aren't documented to: CreatedDate does. */
const RECORDS_QUERY = `query switchboardChecks($fresh: String, $first: Int) {
  uiapi { query {
    ${RULE}(where: { Name: { ne: $fresh } }, orderBy: { CreatedDate: { order: ASC } }, first: $first) { edges { node {
      Id Name { value } Order__c { value } Active__c { value } Profiles__c { value } Roles__c { value }
      Titles__c { value } Departments__c { value } TargetId__c { value } TargetName__c { value }
    } } }
    ${CHECK}(where: { Name: { ne: $fresh } }, orderBy: { CreatedDate: { order: ASC } }, first: $first) { edges { node {
      Id Check__c { value } UserId__c { value } UserName__c { value } Muted__c { value } Days__c { value } Profiles__c { value }
    } } }
  } }
}`;

export async function checkRecords(transport: GraphqlTransport): Promise<CheckRecords> {
    const variables = { fresh: unusedName(), first: MAX_ROWS_PER_READ };
    const [rules, checks] = await askTogether(transport, [RECORDS_QUERY, 'query', [RULE, CHECK]], variables);
    return { rules: rules.nodes.map(ruleOf), checks: checks.nodes.map(checkOf) };
}

function ruleOf(node: Node): RuleRecord {
    return {
        recordId: String(node.Id),
        name: text(node, 'Name'),
        order: numberOf(node, 'Order__c'),
        isActive: node.Active__c?.value === true,
        profiles: text(node, 'Profiles__c'),
        roles: text(node, 'Roles__c'),
        titles: text(node, 'Titles__c'),
        departments: text(node, 'Departments__c'),
        target: textOrNull(node, 'TargetId__c'),
        targetName: textOrNull(node, 'TargetName__c')
    };
}

function checkOf(node: Node): CheckRecord {
    return {
        recordId: String(node.Id),
        check: text(node, 'Check__c'),
        userId: textOrNull(node, 'UserId__c'),
        userName: textOrNull(node, 'UserName__c'),
        isMuted: node.Muted__c?.value === true,
        days: numberOf(node, 'Days__c'),
        profiles: text(node, 'Profiles__c')
    };
}

function numberOf(node: Node, field: string): number | null {
    const value = node[field]?.value;
    return typeof value === 'number' ? value : null;
}

/** API names of the fields, by what the port calls them. */
const NAMES: Record<string, string> = {
    name: 'Name',
    order: 'Order__c',
    isActive: 'Active__c',
    profiles: 'Profiles__c',
    roles: 'Roles__c',
    titles: 'Titles__c',
    departments: 'Departments__c',
    target: 'TargetId__c',
    targetName: 'TargetName__c',
    check: 'Check__c',
    userId: 'UserId__c',
    userName: 'UserName__c',
    isMuted: 'Muted__c',
    days: 'Days__c'
};

/** The operation of one write, such as `CallCenterRule__cUpdate`, and its input. */
function operationOf(write: CheckWrite): { operation: string; type: string; input: Input } {
    const { recordId } = write;
    if (write.what === 'delete rule')
        return { operation: `${RULE}Delete`, type: 'RecordDeleteInput', input: { Id: recordId } };
    const object = write.what === 'rule' ? RULE : CHECK;
    const fields = Object.fromEntries(Object.entries(write.fields).map(([name, value]) => [NAMES[name], value]));
    const operation = `${object}${recordId === null ? 'Create' : 'Update'}`;
    return { operation, type: `${operation}Input`, input: { ...(recordId && { Id: recordId }), [object]: fields } };
}

export async function writeChecks(transport: GraphqlTransport, writes: CheckWrite[]): Promise<string | null> {
    if (!writes.length) return null;
    const operations = writes.map(operationOf);
    const types = operations.map(({ type }, index) => `$i${index}: ${type}!`).join(', ');
    const lines = operations.map(({ operation, type }, index) => {
        const answer = type === 'RecordDeleteInput' ? '{ Id }' : '{ Record { Id } }';
        return `    c${index}: ${operation}(input: $i${index}) ${answer}`;
    });
    const document = `mutation switchboardSaveChecks(${types}) {
  uiapi(input: { allOrNone: true }) {
${lines.join('\n')}
  }
}`;
    return refusal(transport, document, inputValues(operations.map(({ input }) => input)));
}
