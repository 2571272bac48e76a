/*
 * The push service of a browser, and the browser behind it: npm's web-push-testing, on the loopback address only and on a
 * port that is free. It ends with its input.
 */
'use strict';
const { PushApiModel } = require('web-push-testing/src/PushApiModel.js');
const WebPushTestingServer = require('web-push-testing/src/server.js');

class LoopbackServer extends WebPushTestingServer {
    startServer(model) {
        this.setRequestHandlers();
        const server = this._app.listen(0, '127.0.0.1', () => {
            const { port } = server.address();
            model.notifyUrl = `http://127.0.0.1:${port}/notify/`;
            process.stdout.write(JSON.stringify({ port }) + '\n');
        });
    }
}

const model = new PushApiModel();
new LoopbackServer(model, 0).startServer(model);
process.stdin.resume().on('end', () => process.exit());
