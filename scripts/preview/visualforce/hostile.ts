import type { Hostility } from './look.ts';

/** Rows of call centers that no org has. */
const ROWS: Readonly<Record<Hostility, string>> = {
    'another origin': `[{ Id: '04v0000000ZZZZZ', Name: 'Not ours' }]`,
    'a million rows': `new Array(1000000).fill({ Id: '04v0000000ZZZZZ', Name: 'Not ours' })`,
    'objects as text': `[{ Id: { toString: 1 }, Name: 'Not ours' }, { Id: '04v0000000ZZZZZ', Name: { html: '<b>Not ours</b>' }, AdapterUrl: [] }, 7, null]`,
    'duplicate ids': `[{ Id: '04v0000000ZZZZZ', Name: 'First' }, { Id: '04v0000000ZZZZZ', Name: 'Not ours' }]`
};

/**
 * A script that answers before the page's own, and that claims to be right before it's even asked. From another origin, it
 * can't know the nonce, because the question is sent to the right origin only.
 */
export function hostileScript(hostility: Hostility): string {
    return `(function () {
    var rows = ${ROWS[hostility].replaceAll('<', '\\u003c')};
    parent.postMessage({ switchboard: 'rows', rows: rows.slice(0, 1) }, '*');
    window.addEventListener('message', function (event) {
        event.stopImmediatePropagation();
        parent.postMessage({ switchboard: 'rows', nonce: event.data && event.data.nonce, rows: rows }, '*');
    });
})();`;
}
