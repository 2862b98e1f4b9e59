#include "searchd/config.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace vankien {
namespace {

/// The file being read, for messages and for relative paths.
class ConfigFile {
 public:
  explicit ConfigFile(const std::filesystem::path& file) : file_(file) {}

  Config read() {
    toml::table root;
    try {
      root = toml::parse_file(file_.string());
    } catch (const toml::parse_error& error) {
      throw std::runtime_error(
          fmt::format("{}:{}: {}", file_.string(), error.source().begin.line, error.description()));
    }
    for (const auto& [key, node] : root) read_option(std::string(key.str()), node);
    return config_;
  }

 private:
  void read_option(const std::string& name, const toml::node& node) {
    using std::chrono::seconds;
    if (name == "home") {
      config_.home = path(name, node);
    } else if (name == "listen") {
      try {
        read_listen(text(name, node), config_);
      } catch (const std::runtime_error& error) {
        fail(node, error.what());
      }
    } else if (name == "web_root") {
      config_.web_root = path(name, node);
    } else if (name == "threads") {
      config_.capacity.threads = number(name, node, 0, 1024);
    } else if (name == "queue") {
      config_.capacity.queue = number(name, node, 1, 100'000);
    } else if (name == "connections") {
      config_.capacity.connections = number(name, node, 1, 100'000);
    } else if (name == "max_body") {
      config_.limits.max_body = number(name, node, 1024, 64 << 20);
    } else if (name == "max_documents_body") {
      config_.limits.max_documents_body = number(name, node, 1024, 256 << 20);
    } else if (name == "max_file_body") {
      config_.limits.max_file_body = number(name, node, 1024, 64 << 20);
    } else if (name == "idle_seconds") {
      config_.limits.idle = seconds(number(name, node, 1, 3600));
    } else if (name == "receive_seconds") {
      config_.limits.receive = seconds(number(name, node, 1, 3600));
    } else if (name == "send_seconds") {
      config_.limits.send = seconds(number(name, node, 1, 3600));
    } else if (name == "file_reader") {
      config_.file_reader = text(name, node) == "none" ? "none" : path(name, node).string();
    } else if (name == "log_level") {
      config_.log_level = one_of(name, node, {"debug", "info", "warn", "error", "off"});
    } else if (name == "log_format") {
      config_.log_format =
          one_of(name, node, {"plain", "json"}) == "json" ? http::LogFormat::kJson : http::LogFormat::kPlain;
    } else if (name == "keys") {
      read_keys(node);
    } else if (name == "originals") {
      if (!node.is_table()) fail(node, "`originals` is a table { source = \"folder\" }");
      for (const auto& [source, folder] : *node.as_table())
        config_.originals[std::string(source.str())] = path(std::string(source.str()), folder);
    } else {
      fail(node, fmt::format("there is no option `{}`", name));
    }
  }

  void read_keys(const toml::node& node) {
    const toml::array* keys = node.as_array();
    if (keys == nullptr) fail(node, "`keys` is a list of tables, each begun by [[keys]]");
    for (const toml::node& entry : *keys) {
      if (!entry.is_table()) fail(entry, "`keys` is a list of tables, each begun by [[keys]]");
      config_.keys.push_back(read_key(*entry.as_table()));
    }
  }

  http::Key read_key(const toml::table& table) {
    http::Key key;
    for (const char* name : {"name", "clearance", "blake2b"})
      if (!table.contains(name)) fail(table, fmt::format("a key needs a `{}`", name));
    for (const auto& [name, node] : table) {
      if (name == "name") {
        key.name = text("name", node);
      } else if (name == "clearance") {
        const auto grade = parse_grade(text("clearance", node));
        if (!grade) fail(node, fmt::format("`clearance` is one of {}", fmt::join(kGradeNames, ", ")));
        key.clearance = *grade;
      } else if (name == "blake2b") {
        try {
          key.hash = http::read_hash(text("blake2b", node));
        } catch (const std::runtime_error& error) {
          fail(node, error.what());
        }
      } else if (name == "write") {
        const auto value = node.value_exact<bool>();
        if (!value) fail(node, "`write` is true or false");
        key.may_write = *value;
      } else {
        fail(node, fmt::format("a key has no `{}`", std::string(name.str())));
      }
    }
    return key;
  }

  std::string text(const std::string& name, const toml::node& node) const {
    if (const auto value = node.value_exact<std::string>()) return *value;
    fail(node, fmt::format("`{}` is a text in quotes", name));
  }

  std::filesystem::path path(const std::string& name, const toml::node& node) const {
    const std::filesystem::path value = text(name, node);
    return value.empty() ? value : (file_.parent_path() / value).lexically_normal();
  }

  std::size_t number(const std::string& name, const toml::node& node, std::int64_t least,
                     std::int64_t most) const {
    const auto value = node.value_exact<std::int64_t>();
    if (!value || *value < least || *value > most)
      fail(node, fmt::format("`{}` is a whole number from {} to {}", name, least, most));
    return static_cast<std::size_t>(*value);
  }

  std::string one_of(const std::string& name, const toml::node& node,
                     std::initializer_list<const char*> values) const {
    const std::string value = text(name, node);
    if (std::find(values.begin(), values.end(), value) == values.end())
      fail(node, fmt::format("`{}` is one of {}", name, fmt::join(values, ", ")));
    return value;
  }

  [[noreturn]] void fail(const toml::node& node, const std::string& message) const {
    throw std::runtime_error(fmt::format("{}:{}: {}", file_.string(), node.source().begin.line, message));
  }

  std::filesystem::path file_;
  Config config_;
};

}  // namespace

Config read_config(const std::filesystem::path& file) {
  if (!std::filesystem::is_regular_file(file))
    throw std::runtime_error(fmt::format("{}: no such file", file.string()));
  return ConfigFile(file).read();
}

void read_listen(const std::string& listen, Config& config) {
  const std::size_t colon = listen.rfind(':');
  std::string host = listen.substr(0, colon);
  if (host.size() > 2 && host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  int port = -1;
  if (colon != std::string::npos && !host.empty()) {
    const auto [end, error] = std::from_chars(listen.data() + colon + 1, listen.data() + listen.size(), port);
    if (error != std::errc{} || end != listen.data() + listen.size()) port = -1;
  }
  if (port < 0 || port > 65535)
    throw std::runtime_error(
        fmt::format("`{}` is no address to listen on; one looks like 127.0.0.1:7700", listen));
  config.host = host;
  config.port = port;
}

}  // namespace vankien
