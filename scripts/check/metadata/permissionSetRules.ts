import { repeatedIndexes } from '../../metadata/names.ts';
import { unmetDependencies } from '../../metadata/permissions.ts';
import { childrenOf, childText, isTrue, type Element } from '../../metadata/xml.ts';
import type { ShapeFinding } from './checkShape.ts';

const MAX_DESCRIPTION_LENGTH = 255;
const MAX_LABEL_LENGTH = 80;

/** A permission set by itself: grants that contradict each other, and grants that are listed twice. */
export function permissionSetFindings(root: Element): ShapeFinding[] {
    const objects = childrenOf(root, 'objectPermissions');
    const fields = childrenOf(root, 'fieldPermissions');
    const readable = objects.filter((one) => isTrue(one, 'allowRead')).map((one) => childText(one, 'object'));
    const at = ({ line }: { line: number }, sentence: string): ShapeFinding => ({ line, sentence });
    return [
        ...((childText(root, 'description') ?? '').length > MAX_DESCRIPTION_LENGTH
            ? [at(root, `A description can't be longer than ${MAX_DESCRIPTION_LENGTH} characters.`)]
            : []),
        ...((childText(root, 'label') ?? '').length > MAX_LABEL_LENGTH
            ? [at(root, `A label can't be longer than ${MAX_LABEL_LENGTH} characters.`)]
            : []),
        ...unmetDependencies(root).map((one) =>
            at(one, `On ${one.object}, ${one.permission} requires ${one.required.join(' and ')}.`)
        ),
        ...fields
            .filter((one) => isTrue(one, 'editable') && !isTrue(one, 'readable'))
            .map((one) => at(one, `${childText(one, 'field')} is editable, so it must be readable.`)),
        ...fields
            .filter((one) => isTrue(one, 'readable') && !readable.includes(childText(one, 'field')?.split('.')[0]))
            .map((one) => at(one, `${childText(one, 'field')} is readable, but its object is not.`)),
        ...repeatedGrants(fields, 'field'),
        ...repeatedGrants(objects, 'object')
    ];
}

function repeatedGrants(grants: Element[], nameElement: string): ShapeFinding[] {
    const names = grants.map((grant) => childText(grant, nameElement) ?? '');
    return repeatedIndexes(names).map((index) => ({
        line: grants[index]!.line,
        sentence: `${names[index]} is listed twice.`
    }));
}
