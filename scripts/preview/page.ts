/** Starts the page: by itself in a tab, and when the Visualforce page asks for it in Setup. */
import { createElement } from 'lwc';
import Page from 'c/switchboard';
import Tab from 'c/switchboardTab';

/** In Setup. @param attributes values of the component's public properties */
export function start(place: Element, attributes: Record<string, unknown> = {}): void {
    place.append(Object.assign(createElement('c-switchboard', { is: Page }), attributes));
}

const tab = document.querySelector('#page');
if (tab) tab.append(createElement('c-switchboard-tab', { is: Tab }));
