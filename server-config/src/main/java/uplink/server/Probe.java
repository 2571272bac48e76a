package uplink.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks the application over HTTP: the server calls a deployment a success even when it failed. */
final class Probe {
    /** Open to anyone; its answer comes through gateway, boundary and database. */
    private static final String KNOWN_PATH = "/api/v1/auth/jwks";

    /** The cabinet's page: of all the applications it is deployed last, and answers 500 until then. */
    private static final String LAST_PATH = "/";

    private static final int OK = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final URI origin;
    private final URI application;
    private final URI readiness;
    private String lastAnswers = "nothing was asked";

    Probe(Settings settings) {
        this.origin = URI.create(settings.localUrl());
        this.application = origin.resolve(KNOWN_PATH);
        this.readiness = URI.create("http://127.0.0.1:" + settings.managementPort() + "/health/ready");
    }

    /** The first request of all is slow; asked first, it overlaps with what the application still waits for. */
    boolean answers() {
        int applicationStatus = status(application);
        int readinessStatus = applicationStatus == OK ? status(readiness) : 0;
        int lastStatus = readinessStatus == OK ? status(origin.resolve(LAST_PATH)) : 0;
        lastAnswers = KNOWN_PATH + " " + applicationStatus + ", readiness " + readinessStatus + ", " + LAST_PATH + " "
                + lastStatus;
        return lastStatus == OK;
    }

    /** Asks for a page and does not care for the answer. */
    void visit(String path) {
        status(origin.resolve(path));
    }

    String lastAnswers() {
        return lastAnswers;
    }

    private int status(URI uri) {
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(20)).build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailure("Interrupted.", e);
        }
    }
}
