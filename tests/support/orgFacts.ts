import type { LocalOrg } from '../../scripts/local-org/index.ts';
import type { CallCenterRow, Choice, Id, Kind, KnownBy, User } from 'c/orgPort';

/** A user, with the fields that searches filter by but the page doesn't show. */
export interface Person extends User {
    profileId: Id;
    roleId: Id | null;
    federationId: string | null;
    employeeNumber: string | null;
    department: string | null;
    division: string | null;
    /** The name of the manager. */
    manager: string | null;
    created: string;
}

/** The facts about an org, with which its answers are compared. */
export interface OrgFacts {
    people: Person[];
    /** Every call center, named or not. */
    centers: { id: Id; name: string }[];
    /** The rows of the registry. */
    registry: CallCenterRow[];
    profiles: Choice[];
    roles: Choice[];
}

/** A user as an org shows them. */
export function userOf(person: Person): User {
    const { id, name, username, email, alias, title, isActive, userType, profile, role, lastLogin } = person;
    const { callCenterId, lastModified } = person;
    const shown = { id, name, username, email, alias, title, isActive, userType, profile, role, lastLogin };
    return { ...shown, callCenterId, lastModified };
}

const text = (value: unknown): string => String(value ?? '');
const textOrNull = (value: unknown): string | null => (value === null || value === undefined ? null : String(value));

/** The facts about an embedded org. They are read from its store, not through an interface that is tested. */
export function factsOf({ store }: LocalOrg): OrgFacts {
    const people = store.all(
        'SELECT u.*, p."Name" AS profile, r."Name" AS role, m."Name" AS manager FROM "User" u ' +
            'LEFT JOIN "Profile" p ON p."Id" = u."ProfileId" LEFT JOIN "UserRole" r ON r."Id" = u."UserRoleId" ' +
            'LEFT JOIN "User" m ON m."Id" = u."ManagerId"'
    );
    const choices = (object: 'Profile' | 'UserRole') =>
        store.all(`SELECT "Id", "Name" FROM "${object}"`).map((row) => ({ id: text(row.Id), name: text(row.Name) }));
    return {
        people: people.map((row) => ({
            id: text(row.Id),
            name: text(row.Name),
            username: text(row.Username),
            email: text(row.Email),
            alias: text(row.Alias),
            title: textOrNull(row.Title),
            isActive: row.IsActive === 1,
            userType: text(row.UserType),
            profile: textOrNull(row.profile),
            role: textOrNull(row.role),
            lastLogin: textOrNull(row.LastLoginDate),
            callCenterId: textOrNull(row.CallCenterId),
            lastModified: text(row.LastModifiedDate),
            profileId: text(row.ProfileId),
            roleId: textOrNull(row.UserRoleId),
            federationId: textOrNull(row.FederationIdentifier),
            employeeNumber: textOrNull(row.EmployeeNumber),
            department: textOrNull(row.Department),
            division: textOrNull(row.Division),
            manager: textOrNull(row.manager),
            created: text(row.CreatedDate)
        })),
        centers: store
            .all('SELECT "Id", "Name" FROM "CallCenter"')
            .map((row) => ({ id: text(row.Id), name: text(row.Name) })),
        registry: store.all('SELECT * FROM "CallCenterProfile__c"').map((row) => ({
            id: text(row.CallCenterId__c),
            name: textOrNull(row.Name),
            internalName: textOrNull(row.InternalName__c),
            kind: text(row.Kind__c) as Kind,
            knownBy: textOrNull(row.KnownBy__c) as KnownBy | null,
            vendor: textOrNull(row.Vendor__c),
            note: textOrNull(row.Note__c),
            source: 'registry',
            readAt: textOrNull(row.ReadAt__c),
            recordId: text(row.Id)
        })),
        profiles: choices('Profile'),
        roles: choices('UserRole')
    };
}
