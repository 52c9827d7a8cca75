import type { OrgContext } from '../context/orgContext.ts';
import type { Component } from './component.ts';

/** A component as `listMetadata` and `checkRetrieveStatus` describe it (documented). Its ids and dates are assumed. */
export function fileProperties(
    { store }: OrgContext,
    userId: string,
    { type, name, file }: Component,
    folder = ''
): Record<string, unknown> {
    const userName = String(store.get('SELECT "Name" FROM "User" WHERE "Id" = ?', [userId])?.Name);
    const time = store.now().toISOString();
    return {
        createdById: userId,
        createdByName: userName,
        createdDate: time,
        fileName: `${folder}${file}`,
        fullName: name,
        id: '',
        lastModifiedById: userId,
        lastModifiedByName: userName,
        lastModifiedDate: time,
        manageableState: 'unmanaged',
        type
    };
}
