import { RESPONSE_TIME_LIMIT } from './exchange.ts';
import type { MetadataLogin } from './readMetadata.ts';

/** Redirects from the login to a Visualforce page: its own host, and a session there, take about four. */
const MAX_REDIRECTS = 10;

/** The headers of a page of the org, by their names in lower case; null when the page wasn't reached. Never rejects. */
export type OpenPage = (path: string) => Promise<ReadonlyMap<string, string> | null>;

/**
 * Opens a page as a browser does. The token becomes an address that works once ("Generate a Frontdoor URL", documented), and
 * it goes to no other host than the org's own and Salesforce's.
 */
export function pageOpener({ url, accessToken }: Pick<MetadataLogin, 'url' | 'accessToken'>): OpenPage {
    return async (path) => {
        try {
            const access = new URL('/services/oauth2/singleaccess', url);
            access.searchParams.set('redirect_uri', path);
            const headers = { authorization: `Bearer ${await accessToken()}` };
            const answered = await get(access, headers);
            const { frontdoor_uri: frontdoor } = (await answered.json()) as { frontdoor_uri?: string };
            return frontdoor === undefined ? null : await follow(new URL(frontdoor), new URL(url), path);
        } catch {
            // Not reaching the page is an answer, too: what was tried isn't documented as a whole.
            return null;
        }
    };
}

async function follow(first: URL, org: URL, path: string): Promise<ReadonlyMap<string, string> | null> {
    const cookies = new Map<string, Map<string, string>>();
    let address = first;
    for (let redirects = 0; redirects <= MAX_REDIRECTS && isOfOrg(address, org); redirects += 1) {
        const jar = cookies.get(address.host) ?? new Map<string, string>();
        cookies.set(address.host, jar);
        const response = await get(address, { cookie: [...jar].map((pair) => pair.join('=')).join('; ') });
        for (const cookie of response.headers.getSetCookie()) {
            const [, name = '', value = ''] = /^([^=;]+)=([^;]*)/.exec(cookie) ?? [];
            jar.set(name, value);
        }
        await response.body?.cancel();
        const location = response.headers.get('location');
        if (location === null) return response.ok && address.pathname === path ? new Map(response.headers) : null;
        address = new URL(location, address);
    }
    return null;
}

function get(address: URL, headers: Record<string, string>): Promise<Response> {
    return fetch(address, { headers, redirect: 'manual', signal: AbortSignal.timeout(RESPONSE_TIME_LIMIT) });
}

function isOfOrg(address: URL, org: URL): boolean {
    if (address.origin === org.origin) return true;
    return address.protocol === 'https:' && /\.(salesforce|force|salesforce-setup)\.com$/.test(address.hostname);
}
