/**
 * Replaces `lightning-flow` (component reference). Runs a flow when its name is set or `startFlow` is called, and fires
 * `statuschange` at the end. It shows nothing, because only flows without screens run here.
 */
import { LightningElement, registerComponent, registerDecorators, registerTemplate } from 'lwc';
import { interview, type InputVariable } from './interview.ts';

class Flow extends LightningElement {
    flowInputVariables: InputVariable[] = [];
    flowFinishBehavior = 'NONE';
    #name: string | undefined;
    #started = false;

    get flowApiName(): string | undefined {
        return this.#name;
    }

    set flowApiName(name: string | undefined) {
        this.#name = name;
        this.#started = false;
        if (this.isConnected) this.#startOnce();
    }

    connectedCallback(): void {
        this.#startOnce();
    }

    startFlow(name: string, inputs: InputVariable[] = []): void {
        this.#name = name;
        this.#started = true;
        void this.#run(name, inputs);
    }

    #startOnce(): void {
        if (this.#name === undefined || this.#started) return;
        this.#started = true;
        // Input variables may be set after the name, so the flow starts when the whole template is rendered.
        queueMicrotask(() => this.isConnected && void this.#run(this.#name!, this.flowInputVariables));
    }

    async #run(name: string, inputs: InputVariable[]): Promise<void> {
        const detail = await interview(name, inputs);
        if (this.isConnected) this.dispatchEvent(new CustomEvent('statuschange', { detail }));
    }
}

// The compiler's output for `@api` and for a template, because these replacements aren't compiled.
registerDecorators(Flow, {
    publicProps: {
        flowApiName: { config: 3, type: 'any' },
        flowInputVariables: { config: 0, type: 'any' },
        flowFinishBehavior: { config: 0, type: 'any' }
    },
    publicMethods: ['startFlow']
});

export default registerComponent(Flow, {
    tmpl: registerTemplate(() => []),
    sel: 'lightning-flow',
    apiVersion: 66
});
