import type { Session } from '../access/session.ts';
import type { OrgObject } from '../objects/field.ts';
import { fieldNamed } from '../objects/objectTable.ts';
import { ApiError } from '../apiError.ts';
import { Scope } from '../query/scope.ts';
import { selectRows } from '../query/select.ts';
import { displayValue } from '../records/fieldValue.ts';
import { weakEtag } from '../records/weakEtag.ts';
import type { Row, Store, Value } from '../store/store.ts';

export interface RequestedFields {
    /** Unknown fields are an error. */
    fields: string[];
    /** Unknown or hidden fields are left out. */
    optionalFields: string[];
}

/** @throws ApiError when no field is requested. Layouts aren't served. */
export function requestedFields(
    fields: string | undefined,
    optionalFields: string | undefined,
    layoutTypes: string | undefined
): RequestedFields {
    if (layoutTypes)
        throw new ApiError(
            'ILLEGAL_QUERY_PARAMETER_VALUE',
            "The embedded org doesn't serve layoutTypes. Specify fields."
        );
    const list = (text: string | undefined) =>
        (text ?? '')
            .split(',')
            .map((name) => name.trim())
            .filter(Boolean);
    const requested = { fields: list(fields), optionalFields: list(optionalFields) };
    if (requested.fields.length + requested.optionalFields.length === 0) {
        throw new ApiError('ILLEGAL_QUERY_PARAMETER_VALUE', 'Specify fields, optionalFields or layoutTypes.');
    }
    return requested;
}

/**
 * A record in UI API's shape: `{ apiName, id, fields: { Name: { value, displayValue } }, lastModifiedDate, … }`. Fields
 * are named like `User.Name`. Fields of parents (`User.Profile.Name`) aren't supported.
 * @throws ApiError
 */
export function recordAnswer(
    store: Store,
    session: Session,
    object: OrgObject,
    id: string,
    requested: RequestedFields
) {
    const scope = new Scope(store.objects, object, session.mayRead);
    const names = [
        ...requested.fields.map((name) => checked(scope, name)),
        ...requested.optionalFields.flatMap((name) => optional(scope, name))
    ];
    const paths = ['Id', 'LastModifiedDate', 'LastModifiedById', 'SystemModstamp', ...new Set(names)].map((name) => [
        name
    ]);
    const where = { kind: 'compare', path: ['Id'], comparison: 'eq', value: id } as const;
    const [row] = selectRows(store, session.mayRead, { object, paths, where, orderBy: [], limit: 1, offset: 0 });
    if (!row) throw new ApiError('NOT_FOUND', 'The requested resource does not exist');
    const [, lastModifiedDate, lastModifiedById, systemModstamp, ...values] = row;
    return {
        apiName: object.name,
        childRelationships: {},
        eTag: `${weakEtag(systemModstamp)}`,
        fields: Object.fromEntries(
            [...new Set(names)].map((name, index) => [name, fieldAnswer(scope, name, values[index] ?? null)])
        ),
        id,
        lastModifiedById,
        lastModifiedDate,
        recordTypeId: null,
        recordTypeInfo: null,
        systemModstamp,
        weakEtag: weakEtag(systemModstamp)
    };
}

/** The answer to a write: the record with the fields that were written. @throws ApiError */
export function writtenRecord(store: Store, session: Session, object: OrgObject, id: string, written: Row) {
    const names = ['Id', ...Object.keys(written)];
    const fields = names.map((name) => `${object.name}.${fieldNamed(object, name)?.name ?? name}`);
    return recordAnswer(store, session, object, id, { fields, optionalFields: [] });
}

function fieldAnswer(scope: Scope, name: string, value: Value) {
    return { displayValue: displayValue({ value, field: scope.column([name]).field }), value };
}

/** @throws ApiError INVALID_FIELD */
function checked(scope: Scope, requested: string): string {
    const [object = '', name = '', ...rest] = requested.split('.');
    if (object.toLowerCase() !== scope.object.name.toLowerCase() || rest.length > 0) {
        throw new ApiError(
            'INVALID_FIELD',
            `The requested field ${requested.slice(0, 200)} is not valid or not served`
        );
    }
    return scope.column([name]).field.name;
}

function optional(scope: Scope, requested: string): string[] {
    try {
        return [checked(scope, requested)];
    } catch (cause) {
        if (cause instanceof ApiError) return [];
        throw cause;
    }
}
