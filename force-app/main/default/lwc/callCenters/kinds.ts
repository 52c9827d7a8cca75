/**
 * What kind of call center it is, as far as its own facts tell. Salesforce has no field for it. The page, the deployment,
 * and the doctor use this one rule.
 */
import type { Kind, KnownBy } from 'c/orgPort';

/** What a source knows about a call center beside its names. Anything a source doesn't read is absent. */
export interface CenterFacts {
    /** The address of its CTI adapter. */
    adapterUrl?: string | null;
    /** The items of its definition, as JSON. */
    customSettings?: string | null;
    /** How many users and queues are mapped to telephony users (CallCenterRoutingMap). */
    mapped?: number;
    /** How many messaging channels of a contact center service it has (ContactCenterChannel). */
    channels?: number;
}

export type KnownKind = { kind: Exclude<Kind, 'unknown'>; knownBy: KnownBy } | { kind: 'unknown'; knownBy: null };

export const UNKNOWN_KIND: KnownKind = { kind: 'unknown', knownBy: null };

/** Marks a contact center of partner telephony (documented: Voice for Partner Telephony guide, Message Service Bridge). */
const PARTNER_TYPE = /"reqCallCenterType"\s*:\s*"SCVBYOT"/i;

/** Any other type, and the items that only definitions of Voice contact centers have (Voice developer guides). */
const VOICE_ITEMS = /"reqCallCenterType"|reqVendorInfoApiName|reqHvcc/i;

/** Where an adapter can be: on the web, or on a page of the org (documented: Open CTI guide, `reqAdapterUrl`). */
const ADAPTER_URL = /^(https?:\/\/|\/)\S/i;

/**
 * In this order:
 * 1. Its settings name partner telephony.
 * 2. It has messaging channels of a contact center service (documented: object reference, ContactCenterChannel).
 * 3. It has an adapter, and nothing that only Voice has. Definitions of Voice contact centers have no adapter (inferred:
 *    the Open CTI guide requires `reqAdapterUrl`, and the Voice guides don't list it).
 *
 * `reqUseApi` proves nothing, because a sample for partner telephony has it, too. Nothing is known that tells an Amazon
 * contact center.
 */
export function kindOf(facts: CenterFacts): KnownKind {
    if (PARTNER_TYPE.test(facts.customSettings ?? '')) return { kind: 'voice-partner', knownBy: 'settings' };
    if (facts.channels) return { kind: 'ccaas', knownBy: 'channels' };
    if (hasVoiceItems(facts) || facts.mapped) return UNKNOWN_KIND;
    return ADAPTER_URL.test(facts.adapterUrl ?? '') ? { kind: 'open-cti', knownBy: 'adapter' } : UNKNOWN_KIND;
}

/** Whether its settings have items that only definitions of Voice contact centers have. */
export function hasVoiceItems({ customSettings }: CenterFacts): boolean {
    return VOICE_ITEMS.test(customSettings ?? '');
}
