#include <fmt/format.h>
#include <spdlog/spdlog.h>
#include <sys/resource.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <future>
#include <iostream>

#include "searchd/config.h"
#include "searchd/http/door.h"
#include "searchd/stop_signal.h"

#ifndef VANKIEN_VERSION
#define VANKIEN_VERSION "0.1.0"
#endif
#ifndef VANKIEN_COMMIT_SHA
#define VANKIEN_COMMIT_SHA "unknown"
#endif
#ifndef VANKIEN_COMMIT_DATE
#define VANKIEN_COMMIT_DATE "unknown"
#endif

namespace vankien {
namespace {

constexpr std::chrono::seconds kStopTime{5};

struct Flags {
  std::string config, home, listen, web, pid_file, port_file;
  std::string key_name, key_clearance = "open";
  bool key_write = false;
};

Config merge(const Flags& flags) {
  Config config = flags.config.empty() ? Config{} : read_config(flags.config);
  if (!flags.home.empty()) config.home = flags.home;
  if (!flags.listen.empty()) read_listen(flags.listen, config);
  if (!flags.web.empty()) config.web_root = flags.web;
  if (config.home.empty())
    throw std::runtime_error("no archive is named; give --home DIR or `home` in the config file");
  return config;
}

std::filesystem::path beside_this_program(const char* name) {
  return std::filesystem::read_symlink("/proc/self/exe").parent_path() / name;
}

std::shared_ptr<const FileReader> find_file_reader(const std::string& named) {
  if (named == "none") return nullptr;
  const std::filesystem::path program =
      named.empty() ? beside_this_program("vankien-indexer") : std::filesystem::path(named);
  std::error_code missing;
  // Which starts the other one, beside itself.
  const auto parsers = std::filesystem::canonical(program, missing).parent_path() / "vankien-extract";
  for (const auto& needed : {program, parsers})
    if (::access(needed.c_str(), X_OK) != 0) {
      spdlog::warn("there is no program {}; files of drafts are not read, only texts", needed.string());
      return nullptr;
    }
  return std::make_shared<const FileReader>(program);
}

http::StaticFiles read_page(const std::filesystem::path& web_root) {
  if (!web_root.empty()) return http::StaticFiles(web_root);
  const auto beside = beside_this_program("..") / "web";
  if (std::filesystem::is_directory(beside)) return http::StaticFiles(beside);
  spdlog::warn("there is no web folder {}; the API is served without a page",
               beside.lexically_normal().string());
  return {};
}

/// A file that tells other programs of this one as long as it runs. Written beside and renamed, so that who
/// waits for it never reads half of it.
class WrittenFile {
 public:
  WrittenFile(const std::string& path, const std::string& text) : path_(path) {
    if (path_.empty()) return;
    const std::string half = path_ + ".tmp";
    if (!(std::ofstream(half) << text << std::endl))
      throw std::runtime_error(fmt::format("cannot write {}", half));
    std::filesystem::rename(half, path_);
  }
  ~WrittenFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  WrittenFile(const WrittenFile&) = delete;
  WrittenFile& operator=(const WrittenFile&) = delete;

 private:
  std::string path_;
};

/// Every connection is a descriptor; the usual soft limit of 1024 is for programs that use select().
void fit_descriptors(Config& config) {
  constexpr rlim_t kOtherDescriptors = 256;  // databases, the log
  rlimit limit{};
  if (::getrlimit(RLIMIT_NOFILE, &limit) != 0) return;
  limit.rlim_cur = limit.rlim_max;
  ::setrlimit(RLIMIT_NOFILE, &limit);
  const std::size_t most =
      limit.rlim_max > 2 * kOtherDescriptors ? limit.rlim_max - kOtherDescriptors : limit.rlim_max / 2;
  config.capacity.connections = std::min(config.capacity.connections, most);
}

int serve(const Flags& flags) {
  StopSignal stop_signal;
  Config config = merge(flags);
  fit_descriptors(config);
  http::start_log(config.log_level, config.log_format);
  Archive archive(config.home);
  const api::Service service{[&] { return api::open_index(archive); },
                             {VANKIEN_COMMIT_SHA, VANKIEN_COMMIT_DATE, VANKIEN_VERSION},
                             "vanban",
                             std::make_shared<Spool>(config.home),
                             Originals(config.originals),
                             find_file_reader(config.file_reader)};
  const http::Door door(service, http::Keys(config.keys), read_page(config.web_root));
  config.limits.brings_documents = [&](const http::RequestHead& head) { return door.brings_documents(head); };
  config.limits.sends_file = [&](const http::RequestHead& head) { return door.sends_file(head); };
  config.capacity.work_of = [&](const http::RequestHead& head) { return door.work_of(head); };
  http::Server server(config.limits, config.capacity, [&](const http::Incoming& incoming) {
    try {
      return door(incoming);
    } catch (const IndexUnreadable&) {
      // Two swaps within one poll take the generation away: the whole request again, on the newest.
      archive.refresh();
      return door(incoming, true);
    }
  });
  const int port = server.bind(config.host, config.port);

  std::promise<bool> stopped;
  stop_signal.call([&] {
    spdlog::info("stopping: no new requests are taken");
    stopped.set_value(server.stop(kStopTime));
  });
  const WrittenFile pid_file(flags.pid_file, std::to_string(::getpid()));
  const WrittenFile port_file(flags.port_file, std::to_string(port));
  const bool v6 = config.host.find(':') != std::string::npos;
  std::cout << fmt::format("listening on http://{}{}{}:{}", v6 ? "[" : "", config.host, v6 ? "]" : "", port)
            << std::endl;
  server.run();
  if (!stopped.get_future().get()) {
    spdlog::warn("some requests were not finished within {} s", kStopTime.count());
    spdlog::shutdown();
    std::_Exit(0);  // their threads cannot be waited for
  }
  return 0;
}

int new_key(const Flags& flags) {
  const auto clearance = parse_grade(flags.key_clearance);
  if (!clearance)
    throw std::runtime_error(fmt::format("a clearance is one of {}", fmt::join(kGradeNames, ", ")));
  for (const char c : flags.key_name)
    if (c == '"' || c == '\\' || static_cast<unsigned char>(c) < 0x20)
      throw std::runtime_error("a key's name has no quotes, backslashes or control characters");
  const std::string key = http::make_key();
  std::cout << "The key, shown this once; its holder sends it as `Authorization: Bearer …`:\n\n    " << key
            << "\n\nFor the config file of vankien-searchd:\n\n[[keys]]\nname = \"" << flags.key_name
            << "\"\nclearance = \"" << grade_name(*clearance) << "\""
            << (flags.key_write ? "\nwrite = true" : "") << "\nblake2b = \""
            << http::to_hex(http::hash_key(key)) << "\"" << std::endl;
  return 0;
}

int run(int argc, char** argv) {
  CLI::App app{
      "Answers searches in an archive over HTTP: ranked hits, exact facets, and a page for people.\n"
      "The API is the Meilisearch dialect, index `vanban`. SIGTERM or SIGINT finishes the "
      "running\n"
      "requests and ends; a second one ends at once."};
  app.set_version_flag("--version", VANKIEN_VERSION);
  Flags flags;
  app.add_option("--config", flags.config, "Configuration file; vankien.toml explains every option")
      ->type_name("FILE");
  app.add_option("--home", flags.home, "Folder of the archive, as the indexer was given it")
      ->type_name("DIR");
  app.add_option("--listen", flags.listen,
                 "Address and port; port 0 takes a free one (default 127.0.0.1:7700)")
      ->type_name("HOST:PORT");
  app.add_option("--web", flags.web, "Folder of the web page (default ../web beside the program)")
      ->type_name("DIR");
  app.add_option("--pid-file", flags.pid_file, "Write the process id here once ready")->type_name("FILE");
  app.add_option("--port-file", flags.port_file, "Write the port here once ready")->type_name("FILE");
  CLI::App* key = app.add_subcommand("new-key", "Print a fresh key and the lines of the config file for it");
  key->add_option("--name", flags.key_name, "Who will use it; stands in the log")->required();
  key->add_option("--clearance", flags.key_clearance,
                  "open, internal, mat, toi-mat or tuyet-mat (default open)");
  key->add_flag("--write", flags.key_write, "It may also hand documents over, up to its clearance");
  CLI11_PARSE(app, argc, argv);
  return key->parsed() ? new_key(flags) : serve(flags);
}

}  // namespace
}  // namespace vankien

int main(int argc, char** argv) {
  try {
    return vankien::run(argc, argv);
  } catch (const std::exception& error) {
    std::cerr << "vankien-searchd: " << error.what() << std::endl;
    return 1;
  }
}
