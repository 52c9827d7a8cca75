import { nameProblem, repeatedIndexes } from '../../metadata/names.ts';
import { childrenOf, childText, type Element } from '../../metadata/xml.ts';
import type { ShapeFinding } from './checkShape.ts';

/** Characters. Documented: Metadata API, CustomLabels; Salesforce Help, "Create and edit custom labels". */
const MAX_VALUE_LENGTH = 1000;
const MAX_SHORT_DESCRIPTION_LENGTH = 80;

export function labelFindings(root: Element): ShapeFinding[] {
    const labels = childrenOf(root, 'labels');
    const names = labels.map((label) => childText(label, 'fullName') ?? '');
    const repeated = new Set(repeatedIndexes(names));
    return labels.flatMap((label, index) => {
        const name = names[index]!;
        const problems: (string | null | false)[] = [
            repeated.has(index) && `The label ${name} is listed twice.`,
            nameProblem('CustomLabel', name),
            (childText(label, 'value') ?? '').length > MAX_VALUE_LENGTH &&
                `The text of ${name} is longer than ${MAX_VALUE_LENGTH} characters.`,
            (childText(label, 'shortDescription') ?? '').length > MAX_SHORT_DESCRIPTION_LENGTH &&
                `The short description of ${name} is longer than ${MAX_SHORT_DESCRIPTION_LENGTH} characters.`
        ];
        return problems
            .filter((problem) => typeof problem === 'string')
            .map((sentence) => ({ line: label.line, sentence }));
    });
}
