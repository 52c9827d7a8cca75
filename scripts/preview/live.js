// Reloads the page when one of its files has changed. EventSource connects again by itself after a restart.
new EventSource('/preview/changes').addEventListener('changed', () => location.reload());
