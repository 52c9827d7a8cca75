// The panel of faults above the page: adds a preset to the plan, sets the plan, clears it.
const form = document.querySelector('.preview-faults form');
const { preset, plan, clear } = form.elements;
const said = form.querySelector('output');

async function send(text) {
    const answer = await fetch('/preview/faults', { method: 'PUT', body: text });
    const body = await answer.json();
    if (answer.ok) plan.value = JSON.stringify(body, null, 2);
    said.value = answer.ok ? `Rules set: ${body.rules.length}.` : body[0].message;
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
        said.value = `The plan is no JSON: ${cause.message}`;
    }
    preset.value = '';
});
