using Workerd = import "/workerd/workerd.capnp";

const config :Workerd.Config = (
  services = [
    (name = "loader", worker = .loader),
    (name = "nowhere", network = (allow = [])),
  ],
  sockets = [ (name = "http", address = "127.0.0.1:0", http = (), service = "loader") ],
);

const loader :Workerd.Worker = (
  modules = [ (name = "fresh.js", esModule = embed "fresh.js") ],
  bindings = [
    (name = "LOADER", workerLoader = ()),
    (name = "serve.js", text = embed "serve.js"),
    (name = "fetch.js", text = embed "fetch.js"),
    (name = "function.js", text = embed "function.js"),
    (name = "handler.js", text = embed "handler.js"),
  ],
  compatibilityDate = "2026-11-01",
  globalOutbound = "nowhere",
);
