import { describeObject, describeSummary } from './describe.ts';
import { json, notFound, type Handler } from './exchange.ts';

/** Records per call, as Describe Global reports it (documented). */
const BATCH = 200;

export const describeGlobal: Handler = ({ store }, { session, version }) => {
    const sobjects = store.objects.all
        .filter((object) => session.mayRead(object))
        .map((object) => describeSummary(object, session, version))
        .sort((one, other) => (String(one.name) < String(other.name) ? -1 : 1));
    return json({ encoding: 'UTF-8', maxBatchSize: BATCH, sobjects });
};

export const describe: Handler = ({ store }, { session, version }, [name = '']) => {
    const object = store.objects.named(name);
    return object ? json(describeObject(object, session, version)) : notFound();
};

/** `GET sobjects/X`: the summary, and the recent records, which are always empty here. */
export const basics: Handler = ({ store }, { session, version }, [name = '']) => {
    const object = store.objects.named(name);
    if (!object) return notFound();
    return json({ objectDescribe: describeSummary(object, session, version), recentItems: [] });
};
