/** Starts the page, as a Lightning tab does on the platform. */
import { createElement } from 'lwc';
import Page from 'c/switchboard';

document.querySelector('#page')!.append(createElement('c-switchboard', { is: Page }));
