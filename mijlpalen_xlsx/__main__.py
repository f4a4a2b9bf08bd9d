"""``python -m mijlpalen_xlsx`` does what ``mijlpalen-xlsx`` does."""

from __future__ import annotations

from mijlpalen_xlsx.cli import main

raise SystemExit(main())
