import type { App } from '../context/orgContext.ts';

/** Bulk API 1.0, which isn't supported. Its errors are XML, or JSON if the client asks for it (documented). */
export function bulkVersion1Routes(app: App): void {
    app.all('/services/async/*', (context) => {
        const exceptionCode = 'FeatureNotEnabled';
        const exceptionMessage = 'The embedded org supports Bulk API 2.0 only.';
        const asked = `${context.req.header('Accept') ?? ''} ${context.req.header('Content-Type') ?? ''}`;
        if (asked.includes('application/json')) return context.json({ exceptionCode, exceptionMessage }, 400);
        const xml = `<?xml version="1.0" encoding="UTF-8"?><error xmlns="http://www.force.com/2009/06/asyncapi/dataload"><exceptionCode>${exceptionCode}</exceptionCode><exceptionMessage>${exceptionMessage}</exceptionMessage></error>`;
        return context.body(xml, 400, { 'Content-Type': 'application/xml; charset=UTF-8' });
    });
}
