"""A made-up city as CBS microdata, with what makes real files hard."""

from clusters.synthetic.cbs.crowd import with_register_keys
from clusters.synthetic.cbs.write import Format, tables_setting, write_cbs_extract

__all__ = ["Format", "tables_setting", "with_register_keys", "write_cbs_extract"]
