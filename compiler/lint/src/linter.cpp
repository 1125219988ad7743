#include "clj/lint/linter.h"

#include "engine.h"

namespace clj::lint {

Linter::Linter(const std::map<std::string, Level>& levels, NearestName nearest)
    : engine_(std::make_unique<Engine>(levels, std::move(nearest))) {}
Linter::~Linter() = default;

analyze::Observer* Linter::observer() { return engine_.get(); }
void Linter::begin_file(const std::string& name, std::string_view text, bool reported) {
  engine_->begin_file(name, text, reported);
}
void Linter::end_file() { engine_->end_file(); }
reader::Listener* Linter::listener() { return engine_->current(); }
void Linter::begin_form(Value form) { engine_->begin_form(form); }
void Linter::end_form() { engine_->end_form(); }
bool Linter::unit(const std::shared_ptr<analyze::Unit>& unit) { return engine_->unit(unit); }
void Linter::read_failed(uint32_t line, uint32_t column, Value error) { engine_->read_failed(line, column, error); }
bool Linter::failed(Value form, bool evaluating, Value error) { return engine_->failed(form, evaluating, error); }
void Linter::missing_library(const std::string& ns) { engine_->missing_library(ns); }
void Linter::cyclic_library(const std::string& ns, const std::string& chain) { engine_->cyclic_library(ns, chain); }
std::vector<Finding> Linter::finish() { return engine_->finish(); }

}  // namespace clj::lint
