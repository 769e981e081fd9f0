"""The first schema: records, operations, settings and custom fields."""

from peewee import SQL, AutoField, BlobField, ForeignKeyField, IntegerField, Model, TextField


def key():
    return AutoField(constraints=[SQL("AUTOINCREMENT")])


def link(model, name, index):
    return ForeignKeyField(
        model,
        column_name=name,
        null=True,
        index=index,
        deferrable="INITIALLY DEFERRED",
        object_id_name=name + "_key",
        backref="+",
    )


def up(migrator, db):
    class Customer(Model):
        id = key()
        name = TextField(null=True, index=True)
        name_key = TextField(null=True, index=True)
        short_name = TextField(null=True)
        kind = TextField(null=True, index=True)
        level = TextField(null=True, index=True)
        status = TextField(null=True, index=True)
        source = TextField(null=True)
        industry = TextField(null=True)
        phone = TextField(null=True)
        phone_normal = TextField(null=True)
        mobile = TextField(null=True)
        mobile_normal = TextField(null=True)
        fax = TextField(null=True)
        fax_normal = TextField(null=True)
        email = TextField(null=True)
        website = TextField(null=True)
        wechat = TextField(null=True)
        qq = TextField(null=True)
        country = TextField(null=True)
        province = TextField(null=True)
        city = TextField(null=True, index=True)
        address = TextField(null=True)
        postcode = TextField(null=True)
        tax_number = TextField(null=True, index=True)
        bank = TextField(null=True)
        bank_account = TextField(null=True)
        credit_limit = IntegerField(null=True)
        payment_terms = TextField(null=True)
        birthday = TextField(null=True)
        owner = TextField(null=True)
        tags = TextField(null=True)
        preferences = TextField(null=True)
        notes = TextField(null=True)
        created_on = TextField(null=True, index=True)
        last_contact_on = TextField(null=True, index=True)
        next_follow_up_on = TextField(null=True, index=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "customer"

    class Contact(Model):
        id = key()
        customer = link(Customer, "customer", index=True)
        name = TextField(null=True, index=True)
        name_key = TextField(null=True, index=True)
        title = TextField(null=True)
        department = TextField(null=True)
        gender = TextField(null=True)
        phone = TextField(null=True)
        phone_normal = TextField(null=True)
        mobile = TextField(null=True)
        mobile_normal = TextField(null=True)
        fax = TextField(null=True)
        fax_normal = TextField(null=True)
        email = TextField(null=True)
        wechat = TextField(null=True)
        qq = TextField(null=True)
        address = TextField(null=True)
        birthday = TextField(null=True)
        is_primary = IntegerField(null=True)
        notes = TextField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "contact"

    class Activity(Model):
        id = key()
        customer = link(Customer, "customer", index=True)
        contact = link(Contact, "contact", index=False)
        kind = TextField(null=True)
        done_at = TextField(null=True, index=True)
        text = TextField(null=True)
        outcome = TextField(null=True)
        minutes = IntegerField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "activity"

    class Reminder(Model):
        id = key()
        about_kind = TextField(null=True)
        about_id = IntegerField(null=True, index=True)
        kind = TextField(null=True)
        text = TextField(null=True)
        due_at = TextField(null=True, index=True)
        all_day = IntegerField(null=True)
        zone = TextField(null=True)
        done_at = TextField(null=True, index=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "reminder"

    class Product(Model):
        id = key()
        code = TextField(null=True, index=True)
        name = TextField(null=True, index=True)
        name_key = TextField(null=True, index=True)
        specification = TextField(null=True)
        unit = TextField(null=True)
        price = IntegerField(null=True)
        cost = IntegerField(null=True)
        tax_rate = IntegerField(null=True)
        category = TextField(null=True, index=True)
        barcode = TextField(null=True, index=True)
        warranty_months = IntegerField(null=True)
        supplier = TextField(null=True)
        notes = TextField(null=True)
        picture = BlobField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "product"

    class Quote(Model):
        id = key()
        number = TextField(null=True, index=True)
        revision = IntegerField(null=True)
        customer = link(Customer, "customer", index=True)
        contact = link(Contact, "contact", index=False)
        status = TextField(null=True, index=True)
        date = TextField(null=True, index=True)
        valid_until = TextField(null=True, index=True)
        project = TextField(null=True)
        currency = TextField(null=True)
        tax_included = IntegerField(null=True)
        discount = IntegerField(null=True)
        discount_percent = IntegerField(null=True)
        freight = IntegerField(null=True)
        freight_tax_rate = IntegerField(null=True)
        rounding = TextField(null=True)
        delivery_terms = TextField(null=True)
        payment_terms = TextField(null=True)
        terms = TextField(null=True)
        remarks = TextField(null=True)
        total = IntegerField(null=True)
        sent_at = TextField(null=True)
        language = TextField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "quote"

    class QuoteLine(Model):
        id = key()
        quote = link(Quote, "quote", index=True)
        position = IntegerField(null=True)
        product = link(Product, "product", index=True)
        name = TextField(null=True)
        specification = TextField(null=True)
        unit = TextField(null=True)
        quantity = IntegerField(null=True)
        price = IntegerField(null=True)
        cost = IntegerField(null=True)
        discount_percent = IntegerField(null=True)
        tax_rate = IntegerField(null=True)
        tax_exempt = IntegerField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "quote_line"

    class QuoteRevision(Model):
        id = key()
        quote = link(Quote, "quote", index=True)
        label = TextField(null=True)
        sent_at = TextField(null=True)
        language = TextField(null=True)
        document = TextField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "quote_revision"

    class Company(Model):
        id = key()
        name = TextField(null=True)
        english_name = TextField(null=True)
        slogan = TextField(null=True)
        address = TextField(null=True)
        english_address = TextField(null=True)
        phone = TextField(null=True)
        phone_normal = TextField(null=True)
        mobile = TextField(null=True)
        mobile_normal = TextField(null=True)
        email = TextField(null=True)
        website = TextField(null=True)
        tax_number = TextField(null=True)
        bank = TextField(null=True)
        bank_account = TextField(null=True)
        user_name = TextField(null=True)
        user_title = TextField(null=True)
        logo = BlobField(null=True)
        stamp = BlobField(null=True)
        signature = BlobField(null=True)
        custom = TextField(null=True)

        class Meta:
            table_name = "company"

    class Operation(Model):
        id = key()
        at = TextField()
        name = TextField()
        params = TextField(default="{}")
        source = TextField(default="")
        kind = TextField(default="do")
        target = IntegerField(null=True)
        undone = IntegerField(default=0)
        changeset = BlobField(default=b"")

        class Meta:
            table_name = "operation"

    class OperationRow(Model):
        operation = IntegerField()
        code = IntegerField()
        first = IntegerField()
        last = IntegerField()
        action = TextField()

        class Meta:
            table_name = "operation_row"
            indexes = ((("code", "first"), False), (("operation",), False))

    class BookFact(Model):
        name = TextField(primary_key=True)
        value = TextField()

        class Meta:
            table_name = "meta"

    class Setting(Model):
        id = key()
        name = TextField(unique=True)
        value = TextField()

        class Meta:
            table_name = "setting"

    class CustomField(Model):
        id = key()
        record = TextField()
        name = TextField()
        label = TextField()
        kind = TextField(default="text")

        class Meta:
            table_name = "custom_field"
            indexes = ((("record", "name"), True),)

    models = [
        Customer,
        Contact,
        Activity,
        Reminder,
        Product,
        Quote,
        QuoteLine,
        QuoteRevision,
        Company,
        Operation,
        OperationRow,
        BookFact,
        Setting,
        CustomField,
    ]
    db.bind(models)
    db.create_tables(models)
