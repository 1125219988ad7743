#include "clj/driver/start.h"

#include <unistd.h>

#include <cstdlib>

#include "clj/core/call.h"
#include "clj/core/collections.h"
#include "clj/core/error.h"
#include "clj/core/roots.h"
#include "clj/core/text.h"
#include "clj/driver/loader.h"
#include "clj/io/class_path.h"
#include "clj/launch/launch.h"
#include "clj/launch/report.h"

namespace clj::driver {

void start() {
  install();
  if (launch::attachments().image_bytes != 0) return;  // loaded by launch
  const char* stdlib = std::getenv("CLJ_STDLIB");
  if (stdlib == nullptr) {
    launch::report_failure("cljvm", "this binary carries no boot image; CLJ_STDLIB must name the folder stdlib/");
    _exit(70);
  }
  bootstrap_from_source(stdlib);
}

UserScope::UserScope() : bindings_(launch::session_bindings()) {
  refer_all_of_core(find_or_create_namespace(roots.sym_user));  // nothing to do where the image has done it
}

void eval_and_print(const std::string& text) {
  launch::remember_source("NO_SOURCE_PATH", "-e", text);
  Value ns = deref(cast<Var>(roots.var_ns));
  for_each_form(text, "-e.cljc", "NO_SOURCE_PATH", [&](Value form) {
    Value value = eval(form);
    if (!value.is_nil()) invoke(deref(cast<Var>(intern_var("clojure.core", "prn"))), value);
    ns = deref(cast<Var>(roots.var_ns));
  });
  // The next expression goes on in the namespace that this one went to.
  set_var(cast<Var>(roots.var_ns), ns);
}

Value data_reader_forms() {
  gc::ValueList forms;
  Value add = make_list({roots.sym_var, make_symbol("clojure.core", "-add-data-readers")});
  for (const char* name : {"data_readers.clj", "data_readers.cljc"}) {
    for (const std::string& place : io::find_all_on_class_path(name)) {
      for_each_form(io::read_place(place), name, name, [&](Value form) {
        forms.push_back(make_list({add, make_list({roots.sym_quote, form}), make_string(place)}));
      });
    }
  }
  return make_list(forms.data(), forms.size());
}

void start_class_path(const std::vector<std::string>& entries) {
  io::set_class_path(entries);
  for_each(data_reader_forms(), [](Value form) { return eval(form), true; });
}

void require_namespace(const std::string& ns) {
  invoke(deref(cast<Var>(intern_var("clojure.core", "require"))), make_symbol("", ns));
}

std::string read_standard_input() {
  std::string text;
  char buffer[65536];
  gc::BlockingRegion region;
  for (;;) {
    ssize_t n = read(0, buffer, sizeof buffer);
    if (n <= 0) return text;
    text.append(buffer, static_cast<size_t>(n));
  }
}

}  // namespace clj::driver
