// 1. Every route of the table is found, HEAD as GET; another method is a 405 that names the right ones,
// another path a
//    404, both as JSON.
// 2. Answers are never to be kept, whoever asked; files of the page are asked for again each time, under a
// strict policy.
// 3. Files: only those that were there at the start, by their exact path; hidden ones and links are none.
// 4. Large bodies are received only of keys that may write, and only where documents are handed over.
// 5. Requests that may take long are known by their route, before they are answered.
// 6. A key opens its grades and no others; a bad key is refused where a key counts, and nowhere else.
// 7. An index that cannot be read is worth a second try, and then a 503 that says nothing of what is missing.

#include "searchd/http/door.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "analyzers/schema/record.h"
#include "searchd/http/routes.h"
#include "tests/support/toy_index.h"

namespace vankien::http {
namespace {

std::string header(const api::Reply& reply, const std::string& name) {
  for (const auto& [key, value] : reply.headers)
    if (key == name) return value;
  return "";
}

class DoorTest : public testing::Test {
 protected:
  DoorTest() {
    namespace fs = std::filesystem;
    std::string folder = (fs::temp_directory_path() / "vankien-door-XXXXXX").string();
    if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("mkdtemp");
    web_ = folder;
    fs::create_directory(web_ / "lib");
    std::ofstream(web_ / "index.html") << "<!doctype html>";
    std::ofstream(web_ / "lib" / "app.js") << "let a;";
    std::ofstream(web_ / ".hidden") << "hidden";
    fs::create_symlink("/etc/passwd", web_ / "link.txt");
    Record record;
    record.id = "a";
    toy_.index->documents["a"] = {Grade::kMat, encode_record(record)};
    door_ = std::make_unique<Door>(
        toy_.service,
        Keys({{hash_key("key"), "reader", Grade::kMat}, {hash_key("pen"), "writer", Grade::kMat, true}}),
        StaticFiles(web_));
  }
  ~DoorTest() override { std::filesystem::remove_all(web_); }

  api::Reply get(const std::string& target, const std::string& authorization = "",
                 const std::string& method = "GET") {
    return (*door_)({method, target, authorization, "", "", ""});
  }

  test::ToyService toy_;
  std::filesystem::path web_;
  std::unique_ptr<Door> door_;
};

TEST_F(DoorTest, Routes) {
  const struct {
    const char *method, *target;
    int status;
    const char* allow;
  } cases[] = {
      {"GET", "/health", 200, ""},
      {"HEAD", "/health", 200, ""},
      {"GET", "/version", 200, ""},
      {"GET", "/stats", 200, ""},
      {"GET", "/indexes/vanban/search?q=a", 200, ""},
      {"POST", "/indexes/vanban/search", 415, ""},  // no Content-Type
      {"POST", "/multi-search", 415, ""},
      {"POST", "/indexes/vanban/facet-search", 415, ""},
      {"GET", "/indexes/vanban/documents/none", 404, ""},
      {"GET", "/indexes/other/search", 404, ""},
      {"GET", "/indexes", 200, ""},
      {"GET", "/indexes/vanban", 200, ""},
      {"GET", "/indexes/vanban/stats", 200, ""},
      {"GET", "/indexes/other", 404, ""},
      {"POST", "/indexes/vanban/documents", 401, ""},
      {"PUT", "/indexes/vanban/documents", 401, ""},
      {"DELETE", "/indexes/vanban/documents", 401, ""},
      {"DELETE", "/indexes/vanban/documents/a", 401, ""},
      {"POST", "/indexes/vanban/documents/delete", 401, ""},
      {"POST", "/indexes/vanban/documents/delete-batch", 401, ""},
      {"GET", "/indexes/vanban/documents/delete", 404, ""},
      {"GET", "/tasks", 401, ""},
      {"GET", "/tasks/0", 401, ""},
      {"GET", "/indexes/vanban/documents", 405, "POST, PUT, DELETE"},
      {"POST", "/health", 405, "GET, HEAD"},
      {"DELETE", "/indexes/vanban/search", 405, "GET, HEAD, POST"},
      {"GET", "/multi-search", 405, "POST"},
      {"POST", "/", 405, "GET, HEAD"},
      {"GET", "/health/", 404, ""},
      {"GET", "/nothing", 404, ""},
      {"GET", "/indexes/vanban/search/more", 404, ""},
      {"GET", "/health?x=%zz", 400, ""},
  };
  for (const auto& one : cases) {
    SCOPED_TRACE(std::string(one.method) + " " + one.target);
    const api::Reply reply = get(one.target, "", one.method);
    EXPECT_EQ(reply.status, one.status) << reply.body;
    EXPECT_EQ(header(reply, "Allow"), one.allow);
    EXPECT_EQ(header(reply, "Cache-Control"), "no-store");
    EXPECT_EQ(header(reply, "Vary"), "Authorization");
    EXPECT_EQ(header(reply, "X-Content-Type-Options"), "nosniff");
    EXPECT_EQ(reply.content_type, "application/json");
  }
}

TEST_F(DoorTest, LargeBodies) {
  const auto brings = [&](const std::string& line, const std::string& key) {
    const auto head =
        read_head(line + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\r\n\r\n", 0);
    return door_->brings_documents(std::get<RequestHead>(head));
  };
  EXPECT_TRUE(brings("POST /indexes/vanban/documents", "pen"));
  EXPECT_TRUE(brings("PUT /indexes/vanban/documents?primaryKey=id", "pen"));
  EXPECT_TRUE(brings("POST /indexes/vanban/documents/delete-batch", "pen"));
  EXPECT_FALSE(brings("POST /indexes/vanban/documents", "key"));
  EXPECT_FALSE(brings("POST /indexes/vanban/documents", "none"));
  EXPECT_FALSE(brings("POST /indexes/vanban/search", "pen"));
  EXPECT_FALSE(brings("POST /documents", "pen"));
  EXPECT_FALSE(brings("POST /%zz", "pen"));
}

TEST_F(DoorTest, LongRequests) {
  const auto takes_long = [&](const std::string& line) {
    const auto head = std::get<RequestHead>(read_head(line + " HTTP/1.1\r\nHost: x\r\n\r\n", 0));
    return door_->work_of(head) == Work::kLong;
  };
  EXPECT_TRUE(takes_long("GET /api/export?format=xlsx"));
  EXPECT_TRUE(takes_long("HEAD /api/export?format=xlsx"));
  EXPECT_TRUE(takes_long("POST /api/batch"));
  EXPECT_FALSE(takes_long("POST /indexes/vanban/documents")) << "not behind what anybody may ask";
  EXPECT_FALSE(takes_long("GET /indexes/vanban/documents"));
  EXPECT_FALSE(takes_long("GET /indexes/vanban/search?q=/api/export"));
  EXPECT_FALSE(takes_long("POST /indexes/vanban/search"));
  EXPECT_FALSE(takes_long("GET /api/%zz"));
}

TEST_F(DoorTest, InstantRequests) {
  const auto is_instant = [&](const std::string& line) {
    const auto head = std::get<RequestHead>(read_head(line + " HTTP/1.1\r\nHost: x\r\n\r\n", 0));
    return door_->work_of(head) == Work::kInstant;
  };
  EXPECT_TRUE(is_instant("GET /health"));
  EXPECT_TRUE(is_instant("HEAD /health?x=1"));
  EXPECT_TRUE(is_instant("GET /version"));
  EXPECT_FALSE(is_instant("POST /health"));
  EXPECT_FALSE(is_instant("GET /stats"));
  EXPECT_FALSE(is_instant("GET /"));
}

TEST_F(DoorTest, Page) {
  const api::Reply page = get("/");
  EXPECT_EQ(page.status, 200);
  EXPECT_EQ(page.body, "<!doctype html>");
  EXPECT_EQ(page.content_type, "text/html; charset=utf-8");
  EXPECT_EQ(header(page, "Cache-Control"), "no-cache");
  EXPECT_TRUE(header(page, "Content-Security-Policy").starts_with("default-src 'none'; script-src 'self';"));
  EXPECT_EQ(get("/lib/app.js").content_type, "text/javascript; charset=utf-8");

  const api::Reply again = (*door_)({"GET", "/", "", "", header(page, "ETag"), ""});
  EXPECT_EQ(again.status, 304);
  EXPECT_EQ(again.body, "");
  EXPECT_EQ((*door_)({"GET", "/", "", "", "\"other\"", ""}).status, 200);
}

TEST_F(DoorTest, NoOtherFiles) {
  std::ofstream(web_ / "later.html") << "later";
  for (const char* target :
       {"/../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2fetc/passwd", "/..%5cetc", "/link.txt",
        "/.hidden", "/lib", "/lib/", "/later.html", "/index.html%2f", "/lib%2fapp.js/"})
    EXPECT_EQ(get(target).status, 404) << target;
  EXPECT_EQ(get("/index.html%00.txt").status, 400);
}

TEST_F(DoorTest, Keys) {
  EXPECT_EQ(get("/indexes/vanban/documents/a").status, 404);
  EXPECT_EQ(get("/indexes/vanban/documents/a", "Bearer key").status, 200);
  EXPECT_EQ(get("/indexes/vanban/documents/a", "Bearer other").status, 403);
  EXPECT_EQ(get("/indexes/vanban/documents/a", "Basic a").status, 401);
  EXPECT_EQ(get("/", "Bearer other").status, 200);
  EXPECT_EQ(get("/indexes/vanban/search", "Bearer key").status, 200);
  EXPECT_EQ(toy_.index->asked.back().first, Grade::kMat);
}

TEST_F(DoorTest, AnIndexThatCannotBeRead) {
  const Door door({[]() -> std::shared_ptr<const api::Index> { throw IndexUnreadable("mat/iamglass"); }, {}},
                  Keys({}), StaticFiles(web_));
  const Incoming search{"GET", "/indexes/vanban/search?q=a", "", "", "", ""};
  EXPECT_THROW(door(search), IndexUnreadable);
  const api::Reply reply = door(search, true);
  EXPECT_EQ(reply.status, 503);
  EXPECT_NE(reply.body.find("\"unreadable_index\""), std::string::npos) << reply.body;
  EXPECT_EQ(reply.body.find("glass"), std::string::npos) << reply.body;
  EXPECT_EQ(header(reply, "Retry-After"), "10");
  EXPECT_EQ(header(reply, "Cache-Control"), "no-store");
  EXPECT_EQ(door({"GET", "/health", "", "", "", ""}).status, 200);
}

TEST(StaticFilesTest, MissingFolder) { EXPECT_THROW(StaticFiles("/nonexistent"), std::runtime_error); }

}  // namespace
}  // namespace vankien::http
