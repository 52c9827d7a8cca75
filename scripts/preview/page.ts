/** Starts the page: what a Lightning tab does with the component on the platform. */
import { createElement } from 'lwc';
import Page from 'c/switchboard';

document.querySelector('#page')!.append(createElement('c-switchboard', { is: Page }));
