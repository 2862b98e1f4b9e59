// 1. Every option of the file is read; the sample file changes nothing.
// 2. What is wrong is told with file and line.
// 3. Addresses to listen on are read in every form.

#include "searchd/config.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>

// BLAKE2b-256 of "abc", for the tables below.
#define HASH "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"

namespace vankien {
namespace {

class ConfigTest : public testing::Test {
 protected:
  ConfigTest()
      : file_(std::filesystem::temp_directory_path() /
              ("vankien-config-" + std::to_string(::getpid()) + ".toml")) {}
  ~ConfigTest() override { std::filesystem::remove(file_); }

  Config read(const std::string& text) {
    std::ofstream(file_) << text;
    return read_config(file_);
  }

  std::filesystem::path file_;
};

TEST_F(ConfigTest, EveryOption) {
  const Config config = read(R"(
home = "archive"
listen = "0.0.0.0:80"
web_root = "/srv/web"
threads = 2
queue = 3
connections = 4
max_body = 2048
max_documents_body = 4096
max_file_body = 8192
idle_seconds = 5
receive_seconds = 6
send_seconds = 7
file_reader = "none"
log_level = "warn"
log_format = "json"
[[keys]]
name = "a"
clearance = "toi-mat"
blake2b = "bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"
[[keys]]
name = "b"
clearance = "open"
write = true
blake2b = "0000000000000000000000000000000000000000000000000000000000000000"
[originals]
van-kien = "kho"
thu = ""
)");
  EXPECT_EQ(config.originals.at("van-kien"), file_.parent_path() / "kho");
  EXPECT_EQ(config.originals.at("thu"), "");
  EXPECT_EQ(config.home, file_.parent_path() / "archive");
  EXPECT_EQ(config.file_reader, "none");
  EXPECT_EQ(read("file_reader = \"bin/reader\"").file_reader, file_.parent_path() / "bin/reader");
  EXPECT_EQ(config.host, "0.0.0.0");
  EXPECT_EQ(config.port, 80);
  EXPECT_EQ(config.web_root, "/srv/web");
  EXPECT_EQ(config.capacity.threads, 2u);
  EXPECT_EQ(config.capacity.queue, 3u);
  EXPECT_EQ(config.capacity.connections, 4u);
  EXPECT_EQ(config.limits.max_body, 2048u);
  EXPECT_EQ(config.limits.max_documents_body, 4096u);
  EXPECT_EQ(config.limits.max_file_body, 8192u);
  EXPECT_EQ(config.limits.idle, std::chrono::seconds(5));
  EXPECT_EQ(config.limits.receive, std::chrono::seconds(6));
  EXPECT_EQ(config.limits.send, std::chrono::seconds(7));
  EXPECT_EQ(config.log_level, "warn");
  EXPECT_EQ(config.log_format, http::LogFormat::kJson);
  ASSERT_EQ(config.keys.size(), 2u);
  EXPECT_EQ(config.keys[0].name, "a");
  EXPECT_EQ(config.keys[0].clearance, Grade::kToiMat);
  EXPECT_EQ(config.keys[0].hash, http::hash_key("abc"));
  EXPECT_FALSE(config.keys[0].may_write);
  EXPECT_TRUE(config.keys[1].may_write);
}

/// The sample's options without their comment signs are the defaults, so the sample says what is true.
TEST_F(ConfigTest, SampleSaysTheDefaults) {
  std::ifstream sample(std::filesystem::path(VANKIEN_SOURCE_DIR) / "searchd" / "vankien.toml");
  ASSERT_TRUE(sample);
  std::string text, options;
  for (std::string line; std::getline(sample, line);) {
    text += line + "\n";
    if (line.starts_with("#") && !line.starts_with("# ") && line.find(" = ") != std::string::npos &&
        line.find("home") == std::string::npos && line.find("name") == std::string::npos &&
        line.find("clearance") == std::string::npos && line.find("blake2b") == std::string::npos &&
        line.find("write") == std::string::npos)
      options += line.substr(1) + "\n";
  }
  const Config defaults;
  for (const Config& config : {read(text), read(options)}) {
    EXPECT_EQ(config.host, defaults.host);
    EXPECT_EQ(config.port, defaults.port);
    EXPECT_EQ(config.web_root, defaults.web_root);
    EXPECT_EQ(config.file_reader, defaults.file_reader);
    EXPECT_EQ(config.capacity.threads, defaults.capacity.threads);
    EXPECT_EQ(config.capacity.queue, defaults.capacity.queue);
    EXPECT_EQ(config.capacity.connections, defaults.capacity.connections);
    EXPECT_EQ(config.limits.max_body, defaults.limits.max_body);
    EXPECT_EQ(config.limits.max_documents_body, defaults.limits.max_documents_body);
    EXPECT_EQ(config.limits.max_file_body, defaults.limits.max_file_body);
    EXPECT_EQ(config.limits.idle, defaults.limits.idle);
    EXPECT_EQ(config.limits.receive, defaults.limits.receive);
    EXPECT_EQ(config.limits.send, defaults.limits.send);
    EXPECT_EQ(config.log_level, defaults.log_level);
    EXPECT_EQ(config.log_format, defaults.log_format);
    EXPECT_TRUE(config.keys.empty());
    EXPECT_TRUE(config.originals.empty());
  }
  EXPECT_EQ(std::count(options.begin(), options.end(), '\n'), 15) << options;
}

TEST_F(ConfigTest, MistakesHaveALine) {
  const struct {
    const char *text, *message;
  } cases[] = {
      {"\nhome = 1", ":2: `home` is a text in quotes"},
      {"colour = 1", ":1: there is no option `colour`"},
      {"\n\nthreads = 1025", ":3: `threads` is a whole number from 0 to 1024"},
      {"threads = 1.5", ":1: `threads` is a whole number"},
      {"listen = \"nowhere\"", ":1: `nowhere` is no address"},
      {"log_level = \"loud\"", ":1: `log_level` is one of debug, info"},
      {"a b", ":1: "},
      {"keys = 1", ":1: `keys` is a list of tables"},
      {"[[keys]]\nname = \"a\"", "a key needs a `clearance`"},
      {"[[keys]]\nname = \"a\"\nclearance = \"high\"\nblake2b = \"" HASH "\"",
       "`clearance` is one of open, internal"},
      {"[[keys]]\nname = \"a\"\nclearance = \"mat\"\nblake2b = \"ab\"", ":4: a key's hash is 64 hex digits"},
      {"[[keys]]\nname = \"a\"\nclearance = \"mat\"\nblake2b = \"" HASH "\"\nkey = \"x\"",
       ":5: a key has no `key`"},
      {"[[keys]]\nname = \"a\"\nclearance = \"mat\"\nblake2b = \"" HASH "\"\nwrite = \"yes\"",
       ":5: `write` is true or false"},
  };
  for (const auto& mistake : cases) {
    SCOPED_TRACE(mistake.text);
    try {
      read(mistake.text);
      ADD_FAILURE() << "was read";
    } catch (const std::runtime_error& error) {
      EXPECT_NE(std::string(error.what()).find(mistake.message), std::string::npos) << error.what();
      EXPECT_EQ(std::string(error.what()).find('\n'), std::string::npos) << error.what();
    }
  }
  EXPECT_THROW(read_config("/nonexistent.toml"), std::runtime_error);
}

TEST(Listen, Forms) {
  const struct {
    const char *listen, *host;
    int port;
  } cases[] = {
      {"127.0.0.1:7700", "127.0.0.1", 7700},
      {"[::1]:0", "::1", 0},
      {"localhost:65535", "localhost", 65535},
      {"localhost", "", -1},
      {":7700", "", -1},
      {"a:65536", "", -1},
      {"a:-1", "", -1},
      {"a:80x", "", -1},
      {"a:", "", -1},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(one.listen);
    Config config;
    if (one.port < 0) {
      EXPECT_THROW(read_listen(one.listen, config), std::runtime_error);
    } else {
      read_listen(one.listen, config);
      EXPECT_EQ(config.host, one.host);
      EXPECT_EQ(config.port, one.port);
    }
  }
}

}  // namespace
}  // namespace vankien
