/** Starts the baseline of the benchmark. */
import { createElement } from 'lwc';
import Bare from './lwc/bare/bare.ts';

document.querySelector('#page')!.append(createElement('c-bare', { is: Bare }));
