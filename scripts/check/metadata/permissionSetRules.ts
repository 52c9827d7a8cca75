import { childrenOf, childText, type Element } from './readXml.ts';
import type { ShapeFinding } from './checkShape.ts';

const DESCRIPTION = 255;
const LABEL = 80;

/** What each right on an object takes with it. Documented: object permission dependencies. */
const TAKES: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};

const isTrue = (element: Element, name: string): boolean => childText(element, name) === 'true';

/** A permission set by itself: rights that contradict one another, and what is granted twice. */
export function permissionSetFindings(root: Element): ShapeFinding[] {
    const objects = childrenOf(root, 'objectPermissions');
    const fields = childrenOf(root, 'fieldPermissions');
    const readable = objects.filter((one) => isTrue(one, 'allowRead')).map((one) => childText(one, 'object'));
    const at = ({ line }: Element, sentence: string): ShapeFinding => ({ line, sentence });
    return [
        ...((childText(root, 'description') ?? '').length > DESCRIPTION
            ? [at(root, `A description has ${DESCRIPTION} characters at most.`)]
            : []),
        ...((childText(root, 'label') ?? '').length > LABEL
            ? [at(root, `A label has ${LABEL} characters at most.`)]
            : []),
        ...objects.flatMap((one) =>
            Object.entries(TAKES).flatMap(([right, needs]) =>
                needs
                    .filter((need) => isTrue(one, right) && !isTrue(one, need))
                    .map((need) => at(one, `On ${childText(one, 'object')}, ${right} takes ${need}.`))
            )
        ),
        ...fields
            .filter((one) => isTrue(one, 'editable') && !isTrue(one, 'readable'))
            .map((one) => at(one, `${childText(one, 'field')} is editable, so it must be readable.`)),
        ...fields
            .filter((one) => isTrue(one, 'readable') && !readable.includes(childText(one, 'field')?.split('.')[0]))
            .map((one) => at(one, `${childText(one, 'field')} is readable, but its object is not.`)),
        ...twice(fields, 'field'),
        ...twice(objects, 'object')
    ];
}

function twice(elements: Element[], name: string): ShapeFinding[] {
    const names = elements.map((one) => childText(one, name));
    return elements
        .filter((_, index) => names.indexOf(names[index]) < index)
        .map((one) => ({ line: one.line, sentence: `${childText(one, name)} is there twice.` }));
}
