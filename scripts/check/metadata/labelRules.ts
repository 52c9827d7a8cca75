import { childrenOf, childText, type Element } from './readXml.ts';
import type { ShapeFinding } from './checkShape.ts';

/** Limits of custom labels. Documented: Metadata API, CustomLabels; Salesforce Help, "Create and edit custom labels". */
const VALUE = 1000;
const NAME = 80;
const SHORT_DESCRIPTION = 80;

export function labelFindings(root: Element): ShapeFinding[] {
    const labels = childrenOf(root, 'labels');
    const seen = new Set<string>();
    return labels.flatMap((label) => {
        const name = childText(label, 'fullName') ?? '';
        // Names of labels differ by more than their case.
        const again = seen.has(name.toLowerCase());
        seen.add(name.toLowerCase());
        const said: (string | false)[] = [
            again && `The label ${name} is there twice.`,
            !/^[A-Za-z](?!.*__)\w*(?<!_)$/.test(name) && `${name} is no name for a label.`,
            name.length > NAME && `The name ${name} is longer than ${NAME} characters.`,
            (childText(label, 'value') ?? '').length > VALUE &&
                `The text of ${name} is longer than ${VALUE} characters.`,
            (childText(label, 'shortDescription') ?? '').length > SHORT_DESCRIPTION &&
                `The short description of ${name} is longer than ${SHORT_DESCRIPTION} characters.`
        ];
        return said.filter((sentence) => sentence !== false).map((sentence) => ({ line: label.line, sentence }));
    });
}
