import { GraphQLError, Kind, visit, type ASTNode, type DocumentNode } from 'graphql';
import { ApiError } from '../apiError.ts';

/** An error in Salesforce's GraphQL answers. It has `paths` instead of the specification's `path` (observed in a client). */
export interface AnswerError {
    message: string;
    locations: { line: number; column: number }[];
    paths: (string | number)[];
    extensions: { ErrorType: string };
}

/** Characters of the offending token that the message quotes. */
const MAX_TOKEN_LENGTH = 200;

/** For a document that can't be parsed. */
export function syntaxError(error: GraphQLError): AnswerError {
    const { line, column } = error.locations?.[0] ?? { line: 1, column: 1 };
    const token = /(?:found|Unexpected) (?:Name )?"?([^".]*)"?/.exec(error.message)?.[1] ?? '';
    const shown = token.slice(0, MAX_TOKEN_LENGTH);
    const message = `Invalid syntax with offending token '${shown}' at line ${line} column ${column}`;
    return { message, locations: [{ line, column }], paths: [], extensions: { ErrorType: 'InvalidSyntax' } };
}

/**
 * Translates an error of graphql-js into graphql-java's message. The form `Validation error of type FieldUndefined: …`
 * is observed. The messages of rarer types follow graphql-java's public ones (assumed for Salesforce).
 */
export function validationError(error: GraphQLError, document: DocumentNode): AnswerError {
    const node = error.nodes?.[0];
    const path = node ? pathTo(document, node) : '';
    const [type, text] = translated(error.message);
    const at = path === '' ? '' : ` @ '${path}'`;
    return {
        message: `Validation error of type ${type}: ${text}${at}`,
        locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
        paths: [],
        extensions: { ErrorType: 'ValidationError' }
    };
}

/** For an error at run time: an ApiError with its path, or a variable of the wrong type. */
export function executionError(error: GraphQLError): AnswerError {
    const cause = error.originalError;
    const isVariable = error.path === undefined && error.message.startsWith('Variable "$');
    const message = isVariable
        ? error.message.replace(/^Variable "\$(\w+)" got invalid value/, "Variable '$1' has an invalid value:")
        : error.message;
    return {
        message: cause instanceof ApiError ? `${cause.code}: ${cause.message}` : message,
        locations: (error.locations ?? []).map(({ line, column }) => ({ line, column })),
        paths: [...(error.path ?? [])],
        extensions: { ErrorType: isVariable ? 'ValidationError' : 'DataFetchingException' }
    };
}

type Translation = [pattern: RegExp, type: string, text: string];

const TRANSLATIONS: Translation[] = [
    [/^Cannot query field "(.+?)" on type "(.+?)"/, 'FieldUndefined', "Field '$1' in type '$2' is undefined"],
    [/^Unknown argument "(.+?)" on (?:field|directive)/, 'UnknownArgument', 'Unknown field argument $1'],
    [/^Unknown type "(.+?)"/, 'UnknownType', 'Unknown type $1'],
    [/^Unknown directive "@(.+?)"/, 'UnknownDirective', 'Unknown directive $1'],
    [/^Directive "@(.+?)" may not be used/, 'MisplacedDirective', 'Directive $1 not allowed here'],
    [/^Unknown fragment "(.+?)"/, 'UndefinedFragment', "Undefined fragment '$1'"],
    [/^Fragment "(.+?)" is never used/, 'UnusedFragment', "Unused fragment '$1'"],
    [/^Variable "\$(.+?)" is never used/, 'UnusedVariable', "Unused variable '$1'"],
    [/^Variable "\$(.+?)" is not defined/, 'UndefinedVariable', "Undefined variable '$1'"],
    [
        /^Variable "\$.+?" of type "(.+?)" used in position expecting type "(.+?)"/,
        'VariableTypeMismatch',
        "Variable type '$1' does not match expected type '$2'"
    ],
    [
        /^Field "(.+?)" of type "(.+?)" must have a selection/,
        'SubselectionRequired',
        "Subselection required for type '$2' of field '$1'"
    ],
    [
        /^Field "(.+?)" must not have a selection since type "(.+?)"/,
        'SubselectionNotAllowed',
        "Subselection not allowed on leaf type '$2' of field '$1'"
    ],
    [/^Field "(.+?)" is not defined by type "(.+?)"/, 'WrongType', "contains a field not in '$2': '$1'"],
    [/^Field "(.+?)" argument "(.+?)" of type .+ is required/, 'MissingFieldArgument', "Missing field argument '$2'"],
    [/^Field "(.+?)" of required type "(.+?)" was not provided/, 'WrongType', "is missing required fields '[$1]'"],
    [/^Fields "(.+?)" conflict/, 'FieldsConflict', "'$1' : fields have different structure"],
    [/^Value "(.+?)" does not exist in "(.+?)" enum/, 'WrongType', "the value '$1' is not a valid '$2'"],
    [/^Expected value of type "(.+?)", found (.+?)[.;]/, 'WrongType', "the value '$2' is not a valid '$1'"],
    [/^(.+?) cannot represent (?:a )?(?:non )?.+ value: (.+?)$/, 'WrongType', "the value '$2' is not a valid '$1'"]
];

function translated(message: string): [type: string, text: string] {
    for (const [pattern, type, text] of TRANSLATIONS) {
        const found = pattern.exec(message);
        if (found) return [type, text.replace(/\$(\d)/g, (_all, index: string) => found[Number(index)] ?? '')];
    }
    return ['ValidationError', message];
}

/** The field names from the operation down to a node, such as `uiapi/query/User`. */
function pathTo(document: DocumentNode, wanted: ASTNode): string {
    const walked: string[] = [];
    let found = '';
    visit(document, {
        enter(node) {
            if (node.kind === Kind.FIELD) walked.push(node.name.value);
            if (node === wanted) found = walked.join('/');
        },
        leave(node) {
            if (node.kind === Kind.FIELD) walked.pop();
        }
    });
    return found;
}
