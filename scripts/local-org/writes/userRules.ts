import type { OrgObject } from '../objects/field.ts';
import { ApiError } from '../apiError.ts';
import type { Row } from '../store/store.ts';

/** Only users of type Standard can be in a call center (assumed, like the message; the status code is documented). */
export function checkUserRules(object: OrgObject, after: Row): void {
    if (object.name !== 'User') return;
    const userType = after.UserType ?? 'Standard';
    if ((after.CallCenterId ?? null) !== null && userType !== 'Standard') {
        throw new ApiError(
            'FIELD_INTEGRITY_EXCEPTION',
            `field integrity exception: CallCenterId (a user of type ${userType} cannot be assigned to a call center)`,
            ['CallCenterId']
        );
    }
}

/** User.Name is read-only and combines the first and last names. */
export function userName(user: Row): string {
    return [user.FirstName, user.LastName].filter(Boolean).join(' ');
}
