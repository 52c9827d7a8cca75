import { child, childText, type Element } from './readXml.ts';

/** Longest label and plural label of a custom object. */
const LABEL = 40;
const DESCRIPTION = 1000;

/** From the least to the most open. A detail takes its master's, whatever that is. */
const OPENNESS = ['Private', 'Read', 'ReadWrite'];

/** These three belong together: all on or all off. Documented: Metadata API, CustomObject. */
const TOGETHER = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

/** Sentences about an object, and the fields of it, that a deploy would be refused for. */
export function objectObjections(object: Element, fields: Element[]): string[] {
    const nameField = child(object, 'nameField');
    const nameType = nameField && childText(nameField, 'type');
    const format = nameField && childText(nameField, 'displayFormat');
    const sharing = childText(object, 'sharingModel') ?? '';
    const outside = childText(object, 'externalSharingModel') ?? 'Private';
    const isDetail = fields.some((field) => childText(field, 'type') === 'MasterDetail');
    const said: (string | false)[] = [
        ...['label', 'pluralLabel'].map(
            (name) => (childText(object, name) ?? '').length > LABEL && `<${name}> has ${LABEL} characters at most.`
        ),
        (childText(object, 'description') ?? '').length > DESCRIPTION &&
            `A description has ${DESCRIPTION} characters at most.`,
        new Set(TOGETHER.map((name) => childText(object, name))).size > 1 && `${TOGETHER.join(', ')} go together.`,
        nameType === 'AutoNumber' &&
            !/\{0+\}/.test(format ?? '') &&
            'An automatic number needs a format with {0} in it.',
        nameType === 'Text' && format !== undefined && 'A name that is text takes no format.',
        isDetail && sharing !== 'ControlledByParent' && 'A detail of a master is controlled by its parent.',
        !isDetail && sharing === 'ControlledByParent' && 'It is controlled by its parent, but no field names a master.',
        OPENNESS.indexOf(outside) > OPENNESS.indexOf(sharing) &&
            sharing !== 'ControlledByParent' &&
            'Users from outside may not see more than users from inside.'
    ];
    return said.filter((sentence) => sentence !== false);
}
