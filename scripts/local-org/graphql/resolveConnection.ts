import type { GraphQLResolveInfo } from 'graphql';
import type { OrgObject } from '../objects/field.ts';
import type { Readable } from '../query/scope.ts';
import { countRows, selectRows } from '../query/select.ts';
import { connection, readPage } from './page.ts';
import { readFilter, readOrder } from './readFilter.ts';
import { inScope, type Scope } from './recordScope.ts';
import { recordShape } from './recordShape.ts';
import { ApiError } from '../apiError.ts';
import type { RequestContext } from './requestContext.ts';
import { countBelow, selectedBelow, selectedFields } from './selectedFields.ts';

export interface ConnectionArgs {
    first?: number | null;
    after?: string | null;
    upperBound?: number | null;
    scope?: Scope | null;
    where?: Record<string, unknown> | null;
    orderBy?: Record<string, unknown> | null;
}

/** Fields times rows on a page. Salesforce ends requests that take too long, but this limit is assumed. */
const MAX_VALUES = 500_000;

/** `uiapi { query { User(…) } }`: one SQL query for the page, and a second one only for totalCount. @throws ApiError */
export function resolveConnection(
    object: OrgObject,
    args: ConnectionArgs,
    { store, session }: RequestContext,
    info: GraphQLResolveInfo
) {
    const readable: Readable = session.mayRead;
    const page = readPage(args);
    const filterContext = { objects: store.objects, now: store.now() };
    const filter = args.where ? readFilter(filterContext, object, args.where) : null;
    const where = inScope(object, args.scope, session, filter);
    if (page.first * countBelow(info.fieldNodes, info.fragments) > MAX_VALUES) {
        throw new ApiError('INVALID_ARGUMENT', 'The query asks for too many fields of too many records.');
    }
    const selected = selectedFields(info.fieldNodes, info.fragments);
    const needsRows = selected.has('edges') || selected.has('pageInfo') || selected.has('pageResultCount');
    const shape = recordShape(
        store.objects,
        object,
        selectedBelow(info.fieldNodes, info.fragments, ['edges', 'node']),
        info
    );
    const rows = needsRows
        ? selectRows(store, readable, {
              object,
              paths: shape.paths,
              where,
              orderBy: args.orderBy ? readOrder(object, store.objects, args.orderBy) : [],
              limit: page.first + 1,
              offset: page.offset
          })
        : [];
    const isLastPage = needsRows && rows.length <= page.first && (rows.length > 0 || page.offset === 0);
    return {
        ...connection(page, rows, shape.read),
        totalCount: () => (isLastPage ? page.offset + rows.length : countRows(store, readable, object, where))
    };
}
