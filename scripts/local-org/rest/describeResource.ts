import { describeObject, describeSummary } from './describe.ts';
import { json, notFound, type Handler } from './exchange.ts';

/** Records of a call, as describe global says it (documented). */
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

/** `GET sobjects/X`: the summary, and records seen lately, of which there are none. */
export const basics: Handler = ({ store }, { session, version }, [name = '']) => {
    const object = store.objects.named(name);
    if (!object) return notFound();
    return json({ objectDescribe: describeSummary(object, session, version), recentItems: [] });
};
