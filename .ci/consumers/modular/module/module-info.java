module consumer {
    requires io.github.telnyxreactive.client;
    requires java.net.http;
}
