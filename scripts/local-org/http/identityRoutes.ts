import type { Context } from 'hono';
import { isPersona, PASSWORD, personaUser } from '../access/personas.ts';
import type { App, Env, OrgContext } from '../context/orgContext.ts';

/** OAuth tokens by password or client credentials, and the user of a token. Answers have the documented shape. */
export function identityRoutes(app: App, org: OrgContext): void {
    const { store, sessions } = org;
    app.post('/services/oauth2/token', async (context) => {
        const form = new URLSearchParams(await context.req.text());
        const found = userOf(org, form);
        if ('error' in found) return context.json(found, 400);
        const origin = new URL(context.req.url).origin;
        const organizationId = sessions.organizationId();
        return context.json({
            access_token: sessions.open(found.userId),
            instance_url: origin,
            id: `${origin}/id/${organizationId}/${found.userId}`,
            token_type: 'Bearer',
            issued_at: String(store.now().getTime()),
            signature: 'none'
        });
    });
    app.post('/services/oauth2/revoke', async (context) => {
        const token = new URLSearchParams(await context.req.text()).get('token') ?? '';
        if (sessions.end(token)) return context.body(null, 200);
        return context.json(
            { error: 'unsupported_token_type', error_description: 'this token type is not supported' },
            400
        );
    });
    const userInfo = (context: Context<Env>) => {
        const token = /^Bearer (.+)$/i.exec(context.req.header('Authorization') ?? '')?.[1] ?? '';
        const session = sessions.of(token);
        if (!session) return context.text('Bad_OAuth_Token', 403);
        const user = store.get('SELECT * FROM "User" WHERE "Id" = ?', [session.userId]);
        const origin = new URL(context.req.url).origin;
        const organizationId = sessions.organizationId();
        return context.json({
            sub: `${origin}/id/${organizationId}/${session.userId}`,
            id: `${origin}/id/${organizationId}/${session.userId}`,
            user_id: session.userId,
            organization_id: organizationId,
            preferred_username: session.username,
            username: session.username,
            nickname: user?.CommunityNickname,
            nick_name: user?.CommunityNickname,
            name: user?.Name,
            display_name: user?.Name,
            email: user?.Email,
            user_type: 'STANDARD',
            active: true,
            language: user?.LanguageLocaleKey,
            locale: user?.LocaleSidKey,
            urls: {
                rest: `${origin}/services/data/v{version}/`,
                sobjects: `${origin}/services/data/v{version}/sobjects/`,
                query: `${origin}/services/data/v{version}/query/`
            }
        });
    };
    app.get('/services/oauth2/userinfo', userInfo);
    app.post('/services/oauth2/userinfo', userInfo);
    app.get('/id/:organization/:user', userInfo);
}

/** Client credentials log in the persona that the client id names, or the admin. */
function userOf(
    org: OrgContext,
    form: URLSearchParams
): { userId: string } | { error: string; error_description: string } {
    const invalid = { error: 'invalid_grant', error_description: 'authentication failure' };
    switch (form.get('grant_type')) {
        case 'password': {
            const user = org.store.get('SELECT "Id" FROM "User" WHERE "Username$" = fold(?) AND "IsActive" = 1', [
                form.get('username') ?? ''
            ]);
            if (!user || !(form.get('password') ?? '').startsWith(PASSWORD)) return invalid;
            return { userId: String(user.Id) };
        }
        case 'client_credentials': {
            const client = form.get('client_id') ?? '';
            return { userId: personaUser(org.store, isPersona(client) ? client : 'admin').userId };
        }
        default:
            return { error: 'unsupported_grant_type', error_description: 'grant type not supported' };
    }
}
