/*
 * What Visualforce generates for apex:remoteObjects (documented: Visualforce guide, "Using Remote Objects in JavaScript").
 * Narrow on purpose: `retrieve` and `get` only; other operations fail by callback, because nothing of ours may use them.
 */
(function () {
    'use strict';
    const settings = window.previewRemote;

    function modelOf(object, fields) {
        function Model(values) {
            this._values = values || {};
        }
        /* Only declared fields are there. */
        Model.prototype.get = function (field) {
            return fields.indexOf(field) === -1 ? undefined : this._values[field];
        };
        Model.prototype.retrieve = function (criteria, callback) {
            if (typeof callback !== 'function') throw new Error('retrieve() requires criteria and a callback.');
            const given = typeof criteria === 'function' ? criteria() : criteria;
            fetch('/preview/remote/' + encodeURIComponent(object), {
                method: 'POST',
                headers: { 'content-type': 'application/json', 'x-preview-persona': settings.persona },
                body: JSON.stringify(given)
            })
                .then(function (response) {
                    return response.json();
                })
                .then(
                    function (answer) {
                        const event = { status: !answer.message, statusCode: answer.message ? 400 : 200, type: 'rpc' };
                        if (answer.message) return callback(new Error(answer.message), null, event);
                        const records = answer.records.map(function (values) {
                            return new Model(values);
                        });
                        return callback(null, records, event);
                    },
                    function () {
                        callback(new Error('Unable to connect to the server.'), null, { status: false, type: 'rpc' });
                    }
                );
        };
        ['create', 'update', 'upsert', 'del'].forEach(function (operation) {
            Model.prototype[operation] = (...given) => {
                const callback = given.at(-1);
                setTimeout(function () {
                    callback(new Error(operation + ' is not allowed on ' + object + '.'), null, { status: false });
                }, 0);
            };
        });
        return Model;
    }

    window.SObjectModel = {};
    settings.models.forEach(function (model) {
        window.SObjectModel[model.object] = modelOf(model.object, model.fields);
    });
})();
