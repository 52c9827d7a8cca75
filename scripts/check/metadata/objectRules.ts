import { MAX_LABEL_LENGTH } from '../../metadata/fieldTypes.ts';
import { child, childText, type Element } from '../../metadata/xml.ts';

const MAX_DESCRIPTION_LENGTH = 1000;

/** From the most private to the most open. A detail object always has its master's sharing. */
const OPENNESS = ['Private', 'Read', 'ReadWrite'];

/** These three are all on or all off. Documented: Metadata API, CustomObject. */
const SWITCHED_TOGETHER = ['enableBulkApi', 'enableSharing', 'enableStreamingApi'];

/** Why an org would refuse an object with these fields, as sentences. */
export function objectProblems(object: Element, fields: Element[]): string[] {
    const nameField = child(object, 'nameField');
    const nameType = nameField && childText(nameField, 'type');
    const format = nameField && childText(nameField, 'displayFormat');
    const sharing = childText(object, 'sharingModel') ?? '';
    const external = childText(object, 'externalSharingModel') ?? 'Private';
    const isDetail = fields.some((field) => childText(field, 'type') === 'MasterDetail');
    const problems: (string | false)[] = [
        ...['label', 'pluralLabel'].map(
            (name) =>
                (childText(object, name) ?? '').length > MAX_LABEL_LENGTH &&
                `<${name}> can't be longer than ${MAX_LABEL_LENGTH} characters.`
        ),
        (childText(object, 'description') ?? '').length > MAX_DESCRIPTION_LENGTH &&
            `A description can't be longer than ${MAX_DESCRIPTION_LENGTH} characters.`,
        new Set(SWITCHED_TOGETHER.map((name) => childText(object, name))).size > 1 &&
            `${SWITCHED_TOGETHER.join(', ')} go together.`,
        nameType === 'AutoNumber' && !/\{0+\}/.test(format ?? '') && 'An auto-number needs a format with {0} in it.',
        nameType === 'Text' && format !== undefined && "A text name can't have a format.",
        isDetail && sharing !== 'ControlledByParent' && 'A detail object must be controlled by its parent.',
        !isDetail && sharing === 'ControlledByParent' && 'It is controlled by its parent, but no field names a master.',
        OPENNESS.indexOf(external) > OPENNESS.indexOf(sharing) &&
            sharing !== 'ControlledByParent' &&
            'External users may not see more than internal users.'
    ];
    return problems.filter((problem) => problem !== false);
}
