import type { Project } from './check.ts';
import { CUSTOM_OBJECT_FIELDS, STANDARD_FIELDS } from './platformNames.ts';
import { filesOf } from './projectFiles.ts';

const CUSTOM_FIELD = /objects\/(\w+)\/fields\/(\w+)\.field-meta\.xml$/;

/** Objects that an org has after the project is deployed, each with its known fields. */
export function schemaOf(project: Project): Map<string, Set<string>> {
    const schema = new Map(Object.entries(STANDARD_FIELDS).map(([name, fields]) => [name, new Set(fields)]));
    for (const path of filesOf(project, 'force-app/**/objects/*/*.object-meta.xml')) {
        const name = /(\w+)\.object-meta\.xml$/.exec(path)![1]!;
        if (!schema.has(name)) schema.set(name, new Set(CUSTOM_OBJECT_FIELDS));
    }
    for (const path of filesOf(project, 'force-app/**/objects/*/fields/*.field-meta.xml')) {
        const [, object, field] = CUSTOM_FIELD.exec(path)!;
        if (!schema.has(object!)) schema.set(object!, new Set());
        schema.get(object!)!.add(field!);
    }
    return schema;
}
