import PROFILE from '@salesforce/schema/CallCenterProfile__c';
import { copyText } from 'c/browser';
import { parameterPrefix } from 'c/orgPort';
import { linkQuery, type Address, type Message } from 'c/pageState';

/**
 * Copies a link to an address in the tab, because a frame of Setup has no address to share. A review or results that are
 * open can't be part of it.
 *
 * `tab` is the tab's address without parameters, as the Visualforce page knows it; empty in the tab itself.
 */
export async function copyLink(address: Address, tab: string): Promise<Message> {
    const page = tab || window.location.origin + window.location.pathname;
    const link = page + linkQuery({ ...address, isCovered: false }, parameterPrefix(PROFILE.objectApiName));
    return { about: 'link', link, isCopied: await copyText(link) };
}
