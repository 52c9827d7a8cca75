// The panel of simulated failures above the page. Adds a preset to the plan, sets the plan, and clears it.
const form = document.querySelector('.preview-faults form');
const { preset, plan, clear } = form.elements;
const status = form.querySelector('output');

async function send(text) {
    const response = await fetch('/preview/faults', { method: 'PUT', body: text });
    const body = await response.json();
    if (response.ok) plan.value = JSON.stringify(body, null, 2);
    status.value = response.ok ? `Rules set: ${body.rules.length}` : body[0].message;
}

form.addEventListener('submit', (event) => {
    event.preventDefault();
    send(plan.value);
});
clear.addEventListener('click', () => send('{"rules":[]}'));
preset.addEventListener('change', () => {
    if (preset.value === '') return;
    try {
        const { rules } = JSON.parse(plan.value);
        send(JSON.stringify({ rules: [...rules, JSON.parse(preset.value)] }));
    } catch (cause) {
        status.value = `The plan isn't valid JSON: ${cause.message}`;
    }
    preset.value = '';
});
