import { GraphQLBoolean, GraphQLInt, GraphQLList, GraphQLObjectType, GraphQLString } from 'graphql';
import type { Session } from '../access/session.ts';
import type { ObjectTable } from '../objects/objectTable.ts';
import { objectInfo } from '../records/objectInfo.ts';

const flag = { type: GraphQLBoolean };
const text = { type: GraphQLString };

const FieldInfo = new GraphQLObjectType({
    name: 'Field',
    fields: {
        ApiName: text,
        label: text,
        dataType: text,
        length: { type: GraphQLInt },
        createable: flag,
        updateable: flag,
        filterable: flag,
        sortable: flag,
        required: flag,
        custom: flag,
        relationshipName: text
    }
});

/** The supported part of ObjectInfo, with names as in the documented UI API response. */
export const objectInfoType = new GraphQLObjectType({
    name: 'ObjectInfo',
    fields: {
        ApiName: text,
        label: text,
        labelPlural: text,
        keyPrefix: text,
        custom: flag,
        createable: flag,
        updateable: flag,
        deletable: flag,
        queryable: flag,
        fields: { type: new GraphQLList(FieldInfo) }
    }
});

/** Leaves out objects that UI API doesn't support. */
export function resolveObjectInfos(
    objects: ObjectTable,
    session: Session,
    names: (string | null)[] | null | undefined
) {
    return (names ?? []).flatMap((name) => {
        const object = objects.named(name ?? '');
        if (!object?.uiApi) return [];
        const { apiName, deleteable, fields, ...facts } = objectInfo(object, session);
        const listed = Object.values(fields).map(({ apiName: ApiName, ...field }) => ({ ApiName, ...field }));
        return [{ ...facts, ApiName: apiName, deletable: deleteable, fields: listed }];
    });
}
