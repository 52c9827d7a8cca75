/** What an org answered: the body, or its reason for refusing. */
export type Answer<Body> = { ok: true; body: Body } | Refused;

export interface Refused {
    ok: false;
    /** Salesforce's error code, such as `INVALID_FIELD`; empty when there is none. */
    code: string;
    /** Salesforce's own message. */
    message: string;
}

/** How one request ended. */
export type Reply =
    | { kind: 'answered'; body: unknown }
    | { kind: 'refused'; code: string; message: string }
    | { kind: 'limit reached'; message: string }
    | { kind: 'login expired' }
    | { kind: 'no response'; cause: Error };

/** A response with its whole body. */
export interface HttpResponse {
    statusCode: number;
    headers: Record<string, string>;
    body: string;
}

interface ErrorBody {
    message?: string;
    errorCode?: string;
    statusCode?: string;
    errors?: ErrorBody[] | null;
}

/** REST answers `[{errorCode, message}]`; an action answers `[{errors: [{statusCode, message}]}]` (documented). */
export function readReply({ statusCode, body }: HttpResponse): Reply {
    const content = parsed(body);
    if (statusCode >= 200 && statusCode < 300 && content !== undefined) return { kind: 'answered', body: content };
    if (statusCode === 401) return { kind: 'login expired' };
    const [first] = (Array.isArray(content) ? content : [content]) as (ErrorBody | null | undefined)[];
    const error = first?.errors?.[0] ?? first;
    const code = error?.errorCode ?? error?.statusCode ?? '';
    // A SOQL error quotes the query first. The last line says what is wrong with it (observed).
    const message = (error?.message ?? `HTTP status ${statusCode}`).split('\n').at(-1)!.trim();
    return code === 'REQUEST_LIMIT_EXCEEDED' ? { kind: 'limit reached', message } : { kind: 'refused', code, message };
}

function parsed(text: string): unknown {
    if (text === '') return {};
    try {
        return JSON.parse(text);
    } catch {
        return undefined;
    }
}
