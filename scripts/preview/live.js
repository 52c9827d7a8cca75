// Reloads the page when one of its files changes. EventSource reconnects after a restart.
new EventSource('/preview/changes').addEventListener('changed', () => location.reload());
