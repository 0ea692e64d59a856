using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "function", worker = .function),
    (name = "nowhere", network = (allow = [])),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "function") ],
);

const function :Workerd.Worker = (
  modules = [
    (name = "serve.js", esModule = embed "serve.js"),
    (name = "fetch.js", esModule = embed "fetch.js"),
    (name = "function.js", esModule = embed "function.js"),
    (name = "handler.js", esModule = embed "handler.js"),
  ],
  compatibilityDate = "2026-11-01",
  globalOutbound = "nowhere",
);
