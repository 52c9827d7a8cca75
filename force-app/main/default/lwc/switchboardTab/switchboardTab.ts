/**
 * The page in a Lightning tab, where it has an address. Lightning Out, which shows the page in Setup, doesn't have
 * `lightning/navigation`, so this component is the only one that imports it, and nothing in Setup uses this component.
 */
import { LightningElement, wire } from 'lwc';
import { CurrentPageReference, NavigationMixin, type PageReference } from 'lightning/navigation';
import PROFILE from '@salesforce/schema/CallCenterProfile__c';
import { AddressBar, type Shown } from 'c/addressBar';
import { later } from 'c/browser';
import { parameterPrefix } from 'c/orgPort';
import { queryOf, readAddress, stateWith, type Address } from 'c/pageState';

const PREFIX = parameterPrefix(PROFILE.objectApiName);

export default class SwitchboardTab extends NavigationMixin(LightningElement) {
    /** The page starts before the platform reports where it is, so that its first rows don't wait for that. */
    address: Address = readAddress(window.location.search);
    private page: PageReference | null = null;
    private bar = new AddressBar(this.address, {
        navigate: (address, replaces) => this.navigate(address, replaces),
        later
    });

    /** Lightning Experience keeps a few pages that aren't shown. What is reported for another page is none of this one's. */
    @wire(CurrentPageReference)
    handlePage(page: PageReference | null | undefined) {
        if (!page || (this.page && !isSamePage(page, this.page))) {
            this.bar.stop();
            return;
        }
        this.page = page;
        const address = this.bar.reported(readAddress(queryOf(page.state)));
        if (address) this.address = address;
    }

    /** Navigating now would take the admin away from the page that they went to. */
    disconnectedCallback() {
        this.bar.stop();
    }

    handleAddress(event: CustomEvent<Shown>) {
        this.bar.show(event.detail);
    }

    private navigate(address: Address, replaces: boolean) {
        if (!this.page) return;
        this[NavigationMixin.Navigate]({ ...this.page, state: stateWith(address, PREFIX, this.page.state) }, replaces);
    }
}

function isSamePage(one: PageReference, other: PageReference): boolean {
    const identity = ({ type, attributes }: PageReference) =>
        JSON.stringify([type, Object.entries(attributes ?? {}).sort()]);
    return identity(one) === identity(other);
}
