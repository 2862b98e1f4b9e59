#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "searchd/http/connection_loop.h"
#include "searchd/http/keys.h"
#include "searchd/http/log.h"

namespace vankien {

/// All that can be set. vankien.toml explains each option; flags of the command line win over the file.
struct Config {
  std::filesystem::path home;
  std::string host = "127.0.0.1";
  int port = 7700;
  std::filesystem::path web_root;  ///< empty = beside the program, if it is there
  http::Limits limits;
  http::Capacity capacity;
  std::string log_level = "info";
  http::LogFormat log_format = http::LogFormat::kPlain;
  std::vector<http::Key> keys;
  std::string file_reader;  ///< program that reads files people send; empty = beside this one, "none" = none
  std::map<std::string, std::filesystem::path> originals;  ///< source's name → its folder; empty = not shown
};

/// Reads a configuration file. Throws std::runtime_error "file:line: what is wrong", also for a name it does
/// not know. Relative paths in it count from the file's folder.
Config read_config(const std::filesystem::path& file);

/// Reads "127.0.0.1:7700", "[::1]:7700", "localhost:0" into host and port. Throws std::runtime_error.
void read_listen(const std::string& listen, Config& config);

}  // namespace vankien
