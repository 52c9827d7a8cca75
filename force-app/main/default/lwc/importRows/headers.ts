import type { UserKey } from 'c/orgPort';

/** What a column can be for. */
export type Role = { role: 'user'; by: UserKey } | { role: 'target' };

/**
 * Names of columns, as files of Salesforce, of HR, and of vendors have them, without spaces, case, and punctuation. Earlier
 * ones are surer. A column called Username often has emails, so both are looked for.
 */
const USER_HEADERS: [UserKey, string[]][] = [
    ['id', ['userid', 'salesforceuserid', 'salesforceid', 'sfid', 'sfdcid', 'user18id', 'userid18', 'id']],
    ['username or email', ['username', 'salesforceusername', 'sfusername', 'login', 'userlogin', 'loginname', 'user']],
    ['email', ['email', 'emailaddress', 'useremail', 'workemail', 'businessemail', 'mail', 'agentemail']],
    ['federation id', ['federationid', 'federationidentifier', 'samlfederationid', 'ssoid', 'fedid']],
    [
        'employee number',
        [
            'employeenumber',
            'employeeid',
            'employeeno',
            'employee',
            'empid',
            'empno',
            'personnelnumber',
            'staffid',
            'hrid'
        ]
    ],
    ['alias', ['alias', 'useralias']],
    ['name', ['name', 'fullname', 'agentname', 'employeename', 'displayname', 'agent', 'membername']]
];
const TARGET_HEADERS = [
    'toid',
    'to',
    'newcallcenterid',
    'newcallcenter',
    'tocallcenterid',
    'tocallcenter',
    'targetcallcenter',
    'target',
    'callcenterid',
    'callcenter',
    'callcentername',
    'callcenterinternalname',
    'internalname',
    'center',
    'newcenter',
    'contactcenter',
    'newcontactcenter'
];

/** The role that a column's name says, and how sure it is: 0 is surest. Null when it says none. */
export function roleOfHeader(name: string): (Role & { rank: number }) | null {
    const key = name
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[^\p{Letter}\p{Number}]/gu, '');
    const target = TARGET_HEADERS.indexOf(key);
    if (target >= 0) return { role: 'target', rank: target };
    for (const [rank, [by, names]] of USER_HEADERS.entries())
        if (names.includes(key)) return { role: 'user', by, rank };
    return null;
}
