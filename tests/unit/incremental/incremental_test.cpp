#include <catch2/catch.hpp>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "clj/incremental/facts.h"
#include "clj/incremental/project.h"
#include "clj/incremental/store.h"
#include "../temporary_folder.h"

using namespace clj::incremental;

namespace {

Part part(uint32_t form, std::string defines, uint64_t digest, std::vector<std::string> vars = {},
          std::vector<std::string> symbols = {}) {
  Part made;
  made.form = form;
  made.evaluated = true;
  made.effect = defines.empty();
  made.digest = digest;
  if (!defines.empty()) made.defines = {{defines, false}};
  made.vars = std::move(vars);
  made.symbols = std::move(symbols);
  return made;
}

UnitFacts unit(std::string ns, std::vector<Part> parts, std::vector<std::string> requires_ = {}) {
  UnitFacts facts;
  facts.path = facts.ns = ns;
  facts.place = ns + ".clj";
  facts.requires_ = std::move(requires_);
  for (const Part& p : parts) {
    for (const Definition& d : p.defines) facts.exports.push_back({d.var, p.digest, false, true});
  }
  facts.parts = std::move(parts);
  return facts;
}

}  // namespace

TEST_CASE("facts are read as they were written, and nothing else is read") {
  UnitFacts facts = unit("a", {part(0, "a/f", 7, {"b/g"}, {"x"}), part(1, "", 8)}, {"b"});
  facts.uses = {{Use::Kind::kCode, "b/m", 9}, {Use::Kind::kNames, "b", 1}};
  facts.late = {"c"};
  facts.warnings = "a warning\n";
  std::string bytes = encode(facts);
  UnitFacts read;
  REQUIRE(decode(bytes, read));
  CHECK(encode(read) == bytes);
  CHECK(read.parts[0].vars == std::vector<std::string>{"b/g"});
  CHECK(read.uses[1].kind == Use::Kind::kNames);
  for (size_t i = 0; i < bytes.size(); ++i) CHECK_FALSE(decode(std::string_view(bytes).substr(0, i), read));
  CHECK_FALSE(decode(bytes + "x", read));
}

TEST_CASE("the code behind a macro is what it reaches, in any namespace") {
  UnitFacts lib = unit("lib", {part(0, "lib/helper", 1), part(1, "lib/m", 2, {"lib/helper"}), part(2, "lib/other", 3)});
  UnitFacts user = unit("user", {}, {"lib"});
  Project project;
  project.add(&lib);
  uint64_t before = project.closure("lib/m", user).hash;
  SECTION("its helper") {
    UnitFacts changed = lib;
    changed.parts[0].digest = 10;
    project.add(&changed);
    CHECK(project.closure("lib/m", user).hash != before);
  }
  SECTION("but not another function") {
    UnitFacts changed = lib;
    changed.parts[2].digest = 10;
    project.add(&changed);
    CHECK(project.closure("lib/m", user).hash == before);
    CHECK(project.interface("lib/other") != 10);
  }
  SECTION("and a form of another namespace that extends it, when the user requires that one") {
    UnitFacts extender = unit("ext", {part(0, "", 5, {"lib/helper"})}, {"lib"});
    project.add(&extender);
    CHECK(project.closure("lib/m", user).hash == before);
    UnitFacts both = unit("both", {}, {"ext"});
    CHECK(project.closure("lib/m", both).hash != before);
  }
  SECTION("impure code anywhere makes it impure") {
    CHECK_FALSE(project.closure("lib/m", user).impure);
    UnitFacts changed = lib;
    changed.parts[0].impure = true;
    project.add(&changed);
    CHECK(project.closure("lib/m", user).impure);
    CHECK_FALSE(project.closure("lib/other", user).impure);
  }
}

TEST_CASE("a symbol in a macro's code reaches a macro, and the interface of anything else") {
  UnitFacts lib = unit("lib", {part(0, "lib/f", 1), part(1, "lib/inner", 2), part(2, "lib/m", 3, {}, {"lib/f", "lib/inner", "x"})});
  lib.exports[1].runs = true;
  UnitFacts user = unit("user", {}, {"lib"});
  Project project;
  project.add(&lib);
  Closure before = project.closure("lib/m", user);
  CHECK(before.symbols == std::vector<std::string>{"x"});
  UnitFacts changed = lib;
  changed.parts[1].digest = 20;  // the inner macro's code, its interface is as it was
  project.add(&changed);
  CHECK(project.closure("lib/m", user).hash != before.hash);
  UnitFacts other = lib;
  other.parts[0].digest = 20;  // the function's code
  project.add(&other);
  CHECK(project.closure("lib/m", user).hash == before.hash);
}

TEST_CASE("a unit is valid while what it uses is as it was") {
  UnitFacts lib = unit("lib", {part(0, "lib/f", 1)});
  Project project;
  project.add(&lib);
  UnitFacts user = unit("user", {}, {"lib"});
  user.uses = {{Use::Kind::kInterface, "lib/f", project.interface("lib/f")}, {Use::Kind::kNames, "lib", project.names("lib")}};
  CHECK(project.is_valid(user));
  SECTION("a new public name") {
    UnitFacts more = unit("lib", {part(0, "lib/f", 1), part(1, "lib/g", 2)});
    project.add(&more);
    CHECK_FALSE(project.is_valid(user));
  }
  SECTION("a name that is gone") {
    UnitFacts less = unit("lib", {});
    project.add(&less);
    CHECK_FALSE(project.is_valid(user));
  }
}

TEST_CASE("the store gives back what was written, or nothing") {
  TemporaryFolder folder;
  Store store(folder.path + "/deep/cache", 1);
  std::string contents;
  CHECK_FALSE(store.read("key", contents));
  store.write("key", "contents");
  REQUIRE(store.read("key", contents));
  CHECK(contents == "contents");
  SECTION("of the same compiler only") { CHECK_FALSE(Store(folder.path + "/deep/cache", 2).read("key", contents)); }
  SECTION("not a file of another key") {
    store.write("other", "x");
    std::filesystem::copy_file(store.file_of("key"), store.file_of("other"), std::filesystem::copy_options::overwrite_existing);
    CHECK_FALSE(store.read("other", contents));
  }
  SECTION("not with any bit changed, nor cut") {
    std::string file = store.file_of("key");
    auto size = std::filesystem::file_size(file);
    for (uintmax_t at = 0; at < size; ++at) {
      std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
      stream.seekg(static_cast<std::streamoff>(at));
      char c = static_cast<char>(stream.get());
      stream.seekp(static_cast<std::streamoff>(at));
      stream.put(static_cast<char>(c ^ 0x10));
      stream.close();
      CHECK_FALSE(store.read("key", contents));
      store.write("key", "contents");
    }
    std::filesystem::resize_file(file, size - 1);
    CHECK_FALSE(store.read("key", contents));
  }
  SECTION("a folder that cannot be written keeps nothing") {
    Store none("/dev/null/cache", 1);
    none.write("key", "contents");
    CHECK_FALSE(none.read("key", contents));
    CHECK_FALSE(Store("", 1).enabled());
  }
}
