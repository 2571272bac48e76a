/*
 * A message centre: the server of npm's smpp. What reaches it and what it is answered it says on its output, a line of
 * JSON each; a line on its input is a report that it sends to whoever is bound. It ends with its input.
 */
'use strict';
const readline = require('node:readline');
const smpp = require('smpp');

const bound = new Set();
let taken = 0;

function say(what) {
    process.stdout.write(JSON.stringify(what) + '\n');
}

const server = smpp.createServer(session => {
    session.on('error', failure => say({ failure: String(failure) }));
    session.on('close', () => bound.delete(session));
    session.on('enquire_link', asked => session.send(asked.response()));
    session.on('unbind', asked => session.send(asked.response(), () => session.close()));
    session.on('bind_transceiver', asked => {
        const known = asked.system_id === 'uplink' && asked.password === 'secret';
        if (known) {
            bound.add(session);
        }
        session.send(asked.response({
            system_id: 'centre',
            command_status: known ? smpp.ESME_ROK : smpp.ESME_RINVPASWD,
        }));
    });
    session.on('submit_sm', asked => {
        const id = 'centre-' + ++taken;
        const { udh, message } = asked.short_message;
        say({
            id,
            to: asked.destination_addr,
            toType: asked.dest_addr_ton,
            from: asked.source_addr,
            fromType: asked.source_addr_ton,
            coding: asked.data_coding,
            reported: asked.registered_delivery,
            headers: (udh || []).map(header => header.toString('hex')),
            text: message,
        });
        session.send(asked.response({ message_id: id }));
    });
});

readline.createInterface({ input: process.stdin })
    .on('line', line => {
        const report = JSON.parse(line);
        for (const session of bound) {
            session.deliver_sm({
                source_addr: report.from,
                destination_addr: 'Uplink',
                esm_class: smpp.ESM_CLASS.MC_DELIVERY_RECEIPT,
                short_message: report.text,
                ...report.parameters,
            }, answer => say({ answer: answer.command_status }));
        }
    })
    .on('close', () => process.exit());

server.listen(0, '127.0.0.1', () => say({ port: server.address().port }));
