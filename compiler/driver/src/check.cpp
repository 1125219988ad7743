#include "clj/driver/check.h"

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <set>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/host.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/core/type.h"
#include "clj/core/var.h"
#include "clj/driver/loader.h"
#include "clj/driver/start.h"
#include "clj/io/class_path.h"
#include "clj/launch/dormant.h"
#include "clj/launch/report.h"
#include "clj/lint/linter.h"
#include "compile_unit.h"
#include "source_tree.h"

namespace clj::driver {
namespace {

// One name for a file, however it was found.
std::string canonical(const std::string& place) {
  if (io::is_in_archive(place)) return place;
  std::error_code error;
  std::filesystem::path path = std::filesystem::weakly_canonical(place, error);
  return error ? place : path.string();
}

// The line and column in an exception's data, or in that of its causes.
void position_of(Value error, uint32_t& line, uint32_t& column) {
  for (auto* throwable = try_cast<Throwable>(error); throwable != nullptr; throwable = try_cast<Throwable>(throwable->cause)) {
    if (!is_map(throwable->data)) continue;
    Value found = get(throwable->data, make_keyword("clojure.error", "line"));
    if (!found.is_inline_long() || found.as_inline_long() <= 0) continue;
    line = static_cast<uint32_t>(found.as_inline_long());
    found = get(throwable->data, make_keyword("clojure.error", "column"));
    column = found.is_inline_long() ? static_cast<uint32_t>(found.as_inline_long()) : 0;
    return;
  }
}

// After an error of the reader: the offset and number of the next line that begins with a
// parenthesis, below the line where the broken form began. npos: there is none.
size_t next_form(std::string_view text, uint32_t after_line, uint32_t& line) {
  size_t at = 0;
  for (line = 1; at < text.size(); ++line) {
    if (line > after_line && text[at] == '(') return at;
    size_t end = text.find('\n', at);
    if (end == std::string_view::npos) break;
    at = end + 1;
  }
  return std::string_view::npos;
}

class Checker : public PartVisitor {
 public:
  explicit Checker(const CheckRequest& request)
      : linter_(request.levels, [](const std::string& message, const std::vector<std::string>& locals) {
          return launch::nearest_to_unresolved(message, current_ns(), locals);
        }) {}

  void check_all(const std::vector<std::string>& files) {
    for (const std::string& file : files) wanted_.insert(canonical(file));
    // Parts of a namespace come with the file that loads them.
    std::vector<std::string> parts;
    for (const std::string& file : files) {
      if (is_part(io::read_place(file))) parts.push_back(file);
      else check_once(file);
    }
    for (const std::string& file : parts) check_once(file);
  }

  std::vector<lint::Finding> finish() { return linter_.finish(); }

  // load_lib during a check.
  bool load(const std::string& path) {
    std::string ns = namespace_of_path(path);
    std::string place = launch::is_clojures_own(path) ? "" : find_source(path);
    if (place.empty()) {
      if (launch::wake(path)) return true;
      linter_.missing_library(ns);
    } else if (std::find(loading_.begin(), loading_.end(), canonical(place)) != loading_.end()) {
      linter_.cyclic_library(ns, chain_to(canonical(place)));
    } else {
      check_once(place);
    }
    return true;
  }

  bool analysed(const std::shared_ptr<analyze::Unit>& unit) override { return linter_.unit(unit); }
  bool failed(Value form, bool evaluating, Value error) override { return linter_.failed(form, evaluating, error); }

 private:
  static bool is_part(const std::string& text) {
    for (size_t at = 0; at < text.size();) {
      if (text[at] == ';') at = text.find('\n', at);
      else if (std::isspace(static_cast<unsigned char>(text[at]))) ++at;
      else return text.compare(at, 6, "(in-ns") == 0;
    }
    return false;
  }

  std::string chain_to(const std::string& place) const {
    std::string chain;
    for (auto at = std::find(loading_.begin(), loading_.end(), place); at != loading_.end(); ++at) chain += *at + " -> ";
    std::string folder = std::filesystem::current_path().string() + "/";
    chain += place;
    for (size_t at; (at = chain.find(folder)) != std::string::npos;) chain.erase(at, folder.size());
    return chain;
  }

  void check_once(const std::string& place) {
    std::string key = canonical(place);
    if (!done_.insert(key).second) return;
    loading_.push_back(key);
    std::string text = io::read_place(place);
    analyze::Observer* outer = analyze::set_observer(linter_.observer());
    std::string shown = place.starts_with("./") ? place.substr(2) : place;
    linter_.begin_file(shown, text, wanted_.count(key) != 0);
    {
      BindingScope bindings(load_bindings(shown));
      check_text(text, place, shown);
    }
    linter_.end_file();
    analyze::set_observer(outer);
    loading_.pop_back();
  }

  void check_text(std::string_view text, const std::string& place, const std::string& shown) {
    reader::Options options = source_options(place);
    options.listener = linter_.listener();
    size_t from = 0;
    for (uint32_t line = 1; from != std::string_view::npos;) {
      reader::Utf8Source source(text.substr(from), shown);
      source.set_position(static_cast<int>(line), 1);
      reader::Reader reader(source, options);
      try {
        check_forms(reader, evaluation_of(place));
        return;
      } catch (const ClojureThrow& thrown) {
        uint32_t error_line = static_cast<uint32_t>(source.line()), error_column = static_cast<uint32_t>(source.column());
        position_of(thrown.value, error_line, error_column);
        // Of text that ends in the middle, the place to look at is where that form begins.
        if (source.at_end() && reader.form_line() > 0) {
          error_line = static_cast<uint32_t>(reader.form_line());
          error_column = static_cast<uint32_t>(reader.form_column());
        }
        linter_.read_failed(error_line, error_column, thrown.value);
        from = next_form(text, std::max(line, static_cast<uint32_t>(reader.form_line())), line);
      }
    }
  }

  // Every form that the reader gives; throws what it throws.
  void check_forms(reader::Reader& reader, Evaluate evaluate) {
    for (;;) {
      Value form = reader.read();
      if (form.is_absent() || redefines_library(form)) return;
      linter_.begin_form(form);
      try {
        compile_top_level(form, evaluate, *this);
      } catch (const ClojureThrow& thrown) {
        linter_.failed(form, false, thrown.value);
      }
      linter_.end_form();
    }
  }

  // Redefining what the checker itself runs on would break it: such files are left out.
  static bool redefines_library(Value form) {
    if (!is_seq(form) || !is_symbol(first(form)) || next(form).is_nil()) return false;
    std::string op = symbol_text(first(form));
    if (op != "ns" && op != "in-ns") return false;
    Value name = first(next(form));
    if (is_seq(name) && !next(name).is_nil()) name = first(next(name));  // (quote x)
    return is_symbol(name) && launch::is_clojures_own(path_of_namespace(symbol_text(name)));
  }

  lint::Linter linter_;
  std::set<std::string> wanted_, done_;
  std::vector<std::string> loading_;  // the files being read, outermost first
};

Checker* current = nullptr;
bool load_checked(const std::string& path) { return current->load(path); }

// What macros print is no part of the report; tags that nothing reads are data.
Value quiet_bindings() {
  Value writer = construct(roots.class_string_writer, nullptr, 0);
  gc::ValueList entries;
  auto bind = [&](const char* name, Value value) {
    Value var = find_interned_var(roots.core_ns, make_symbol("", name));
    if (var.is_nil()) return;
    entries.push_back(var);
    entries.push_back(value);
  };
  bind("*out*", writer);
  bind("*err*", writer);
  bind("*default-data-reader-fn*", deref(cast<Var>(intern_var("clojure.core", "tagged-literal"))));
  return make_map(entries.data(), entries.size());
}

}  // namespace

int check(const CheckRequest& request) {
  std::vector<std::string> files;
  for (const std::string& path : request.paths) {
    for (std::string& file : source_files(path)) files.push_back(std::move(file));
  }
  install_pending_vars();
  UserScope user;
  Checker checker(request);
  current = &checker;
  lib_loader_override = load_checked;
  {
    BindingScope quiet(quiet_bindings());
    checker.check_all(files);
  }
  std::vector<lint::Finding> findings = checker.finish();
  current = nullptr;
  lib_loader_override = nullptr;

  bool terminal = isatty(STDOUT_FILENO) != 0;
  const char* no_colour = std::getenv("NO_COLOR");
  lint::TextStyle style{terminal, terminal && (no_colour == nullptr || *no_colour == '\0')};
  std::string report = lint::render(findings, request.format, style);
  std::fwrite(report.data(), 1, report.size(), stdout);
  lint::Level worst = lint::Level::kOff;
  for (const lint::Finding& finding : findings) worst = std::max(worst, finding.level);
  return worst == lint::Level::kError ? 3 : worst == lint::Level::kWarning ? 2 : 0;
}

}  // namespace clj::driver
