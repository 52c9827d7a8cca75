import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageAt } from '../../build/places.ts';
import { argumentsAt } from './cssFunctions.ts';

const SLDS_2 = join(packageAt('@salesforce-ux/design-system-2'), 'dist/css/bundled/slds2.cosmos.css');

/** The global styling hooks of SLDS 2 and their values in its standard theme, Cosmos, in light mode. */
export function hookValues(css: string = readFileSync(SLDS_2, 'utf8')): Map<string, string> {
    const definitions = new Map(
        [...css.matchAll(/(--slds-[gr]-[\w-]+)\s*:([^;}]+)/g)].map(([, name, value]) => [name!, value!.trim()])
    );
    const values = [...definitions].filter(([name]) => name.startsWith('--slds-g-'));
    return new Map(values.map(([name, value]) => [name, resolved(value, definitions)]));
}

/** A value without references to other hooks, and with the first, light color of each `light-dark()`. */
function resolved(value: string, definitions: Map<string, string>): string {
    const start = value.search(/(light-dark|var)\(/);
    if (start < 0) return value;
    const { name, parts, end } = argumentsAt(value, start);
    const part = name === 'var' ? definitions.get(parts[0]!) : parts[0];
    if (part === undefined) throw new Error(`SLDS 2 doesn't define ${parts[0]}`);
    return resolved(value.slice(0, start) + part + value.slice(end), definitions);
}
