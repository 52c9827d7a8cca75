import { childText, type Element } from '../../metadata/xml.ts';
import type { OrgContext } from '../context/orgContext.ts';
import { PASSWORD } from '../access/personas.ts';
import { ApiError } from '../apiError.ts';

/**
 * The result of `login` (documented shape).
 * @param serverUrl the address of the request
 * @throws ApiError INVALID_LOGIN, which doesn't reveal whether the username or the password was wrong
 */
export function login({ store, sessions }: OrgContext, content: Element, serverUrl: string): Record<string, unknown> {
    const user = store.get('SELECT * FROM "User" WHERE "Username$" = fold(?) AND "IsActive" = 1', [
        childText(content, 'username') ?? ''
    ]);
    if (!user || !(childText(content, 'password') ?? '').startsWith(PASSWORD)) {
        throw new ApiError('INVALID_LOGIN', 'Invalid username, password, security token; or user locked out.');
    }
    const organization = store.get('SELECT * FROM "Organization"');
    const userId = String(user.Id);
    return {
        metadataServerUrl: serverUrl.replace(/\/Soap\/[uc]\//, '/Soap/m/'),
        passwordExpired: false,
        sandbox: true,
        serverUrl,
        sessionId: sessions.open(userId),
        userId,
        userInfo: {
            organizationId: sessions.organizationId(),
            organizationMultiCurrency: false,
            organizationName: organization?.Name,
            profileId: user.ProfileId,
            roleId: user.UserRoleId,
            sessionSecondsValid: 7200,
            userEmail: user.Email,
            userFullName: user.Name,
            userId,
            userLanguage: user.LanguageLocaleKey,
            userLocale: user.LocaleSidKey,
            userName: user.Username,
            userTimeZone: user.TimeZoneSidKey,
            userType: user.UserType
        }
    };
}
